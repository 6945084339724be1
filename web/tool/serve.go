package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"time"
)

// firstPort is tried first, and then the next hundred.
const firstPort = 8080

// serve shows dir on loopback and says where. It serves what the build wrote
// and nothing else.
func serve(addr, dir string, log io.Writer) error {
	handler, err := newHandler(dir)
	if err != nil {
		return err
	}
	l, err := listen(addr)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "serving http://%s/ (stop with Ctrl+C)\n", l.Addr())
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(l)
}

// listen takes the address that was asked for, or the first free port.
func listen(addr string) (net.Listener, error) {
	if addr != "" {
		host, _, err := net.SplitHostPort(addr)
		if err != nil {
			return nil, err
		}
		if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			return nil, fmt.Errorf("%s is not a loopback address", addr)
		}
		return net.Listen("tcp", addr)
	}
	for port := firstPort; port < firstPort+100; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			return l, nil
		}
	}
	return nil, errors.New("no free port; give one with -addr")
}

// metaPolicy finds the policy in the page, so that the header cannot differ.
var metaPolicy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)

func newHandler(dir string) (http.Handler, error) {
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		return nil, fmt.Errorf("%w; build first", err)
	}
	m := metaPolicy.FindSubmatch(page)
	if m == nil {
		return nil, errors.New("index.html has no content policy")
	}
	headers := map[string]string{
		// What a meta element cannot say: who may frame the page, and the sandbox.
		"Content-Security-Policy": string(m[1]) + "; frame-ancestors 'none'; sandbox allow-scripts allow-downloads",
		// Closes what a content policy leaves open: navigation, WebRTC, preconnect.
		"Connection-Allowlist":   "()",
		"Permissions-Policy":     "camera=(), microphone=(), geolocation=()",
		"Referrer-Policy":        "no-referrer",
		"X-Content-Type-Options": "nosniff",
		// A rebuilt page should show on the next load.
		"Cache-Control": "no-cache",
	}
	types := map[string]string{
		"index.html":         "text/html; charset=utf-8",
		"har-redactor.js":    "text/javascript; charset=utf-8",
		"report.schema.json": "application/schema+json",
		"SHA256SUMS":         "text/plain; charset=utf-8",
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		name := r.URL.Path[1:]
		if name == "" {
			name = "index.html"
		}
		ctype, ok := types[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			http.Error(w, "not built", http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", ctype)
		w.Write(data)
	}), nil
}
