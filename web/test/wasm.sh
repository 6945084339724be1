#!/usr/bin/env bash
# Runs Go tests as WebAssembly in a headless Chromium: wasm.sh ./core/...
# They run with the control flow that the build gives the engine.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/wasmbrowsertest" github.com/agnivade/wasmbrowsertest
go build -o "$dir/tool" ./web/tool

# wasmbrowsertest starts the first headless_shell in PATH and cannot be given
# options for it. As root, as in a container, Chromium needs --no-sandbox; the
# other options keep it from looking for updates.
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
sandbox=
[ "$(id -u)" -ne 0 ] || sandbox=--no-sandbox
cat >"$dir/headless_shell" <<EOF
#!/bin/sh
exec "$browser" $sandbox --disable-gpu --disable-quic --no-first-run \\
  --disable-background-networking --disable-component-update --disable-sync "\$@"
EOF
chmod +x "$dir/headless_shell"

cat >"$dir/run" <<EOF
#!/bin/sh
"$dir/tool" structure "\$1" "\$1" && exec "$dir/wasmbrowsertest" "\$@"
EOF
chmod +x "$dir/run"

PATH="$dir:$PATH" GOOS=js GOARCH=wasm go test -exec="$dir/run" "$@"
