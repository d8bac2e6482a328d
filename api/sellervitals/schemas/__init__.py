"""The contract as marshmallow schemas: they check the envelope, and describe everything else."""
