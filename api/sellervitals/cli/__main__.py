"""``python -m sellervitals.cli``: the command, where its script is not on the PATH."""

from sellervitals.cli import main

if __name__ == "__main__":
    main()
