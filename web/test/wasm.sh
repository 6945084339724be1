#!/usr/bin/env bash
# Runs Go tests as WebAssembly in a headless Chromium: wasm.sh ./core/...
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/wasmbrowsertest" github.com/agnivade/wasmbrowsertest

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

PATH="$dir:$PATH" GOOS=js GOARCH=wasm go test -exec="$dir/wasmbrowsertest" "$@"
