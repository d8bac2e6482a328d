# Stage one builds the wheel and an environment from the locked dependencies; stage two carries only that environment.
FROM python:3.13-slim-trixie AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore
WORKDIR /build

COPY requirements.lock requirements-build.lock ./
RUN python -m venv --without-pip /opt/sellervitals \
    && python -m pip --python /opt/sellervitals install --require-hashes -r requirements.lock \
    && python -m pip install --require-hashes -r requirements-build.lock

COPY pyproject.toml README.md LICENSE openapi.yaml ./
COPY api api
COPY plugins plugins
RUN python -m hatchling build --target wheel \
    && python -m pip --python /opt/sellervitals install --no-deps --no-index dist/*.whl


FROM python:3.13-slim-trixie

LABEL org.opencontainers.image.title="sellervitals" \
      org.opencontainers.image.description="Judges marketplace seller accounts against dated, sourced policy" \
      org.opencontainers.image.licenses="MIT"

# A plugin goes into an image of your own:
#   FROM sellervitals
#   USER 0
#   RUN pip --python /opt/sellervitals install my-plugin
#   USER 10001:10001
COPY --from=build /opt/sellervitals /opt/sellervitals
# Nothing here needs another user's rights, so no program may take them.
RUN install --directory --owner=10001 --group=10001 --mode=0700 /data \
    && find / -xdev -type f -perm /6000 -exec chmod a-s {} +

ENV PATH=/opt/sellervitals/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SELLERVITALS_DATABASE_URL=sqlite:////data/sellervitals.sqlite3

# The root file system may be read-only: only /data and /tmp are written to.
VOLUME ["/data"]
WORKDIR /data
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/livez', timeout=2)"]

# Outside loopback the service refuses to start without keys; whoever runs it without them says so (see compose.yaml).
ENTRYPOINT ["sellervitals"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
