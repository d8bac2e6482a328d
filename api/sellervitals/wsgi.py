"""The application for a WSGI server: ``gunicorn sellervitals.wsgi:app``."""

from sellervitals.app import create_app
from sellervitals.config import Settings

app = create_app(Settings.from_env())
