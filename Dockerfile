# The server as an image: docker build -t policygraph .
# Made in two steps, so that the image holds the package (package.json, "files") and what it runs on, and no compiler.
ARG NODE=22-bookworm

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
# Without scripts: the sources are not there yet. What must be compiled is compiled below.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm rebuild \
 && npm run build \
 && npm pack --ignore-scripts \
 && mkdir image \
 && tar -xzf policygraph-*.tgz --strip-components=1 -C image \
 && npm prune --omit=dev --ignore-scripts \
 && mv node_modules image/

FROM node:${NODE}-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    POLICYGRAPH_DATA=/data
WORKDIR /app
COPY --from=build /build/image ./
RUN mkdir /data && chown node:node /data
# node, by number, so that orchestrators can see that it is not root
USER 1000
VOLUME ["/data"]
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["serve"]
