"""Why two numbers of one account differ."""
