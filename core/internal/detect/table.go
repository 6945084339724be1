package detect

import (
	"bytes"

	"github.com/har-redactor/har-redactor/core/internal/decode"
	"github.com/har-redactor/har-redactor/core/internal/rule"
)

const (
	maxColumns = 64   // how many columns of a table are looked at
	maxTitles  = 2000 // how long the line of their names may be
)

// table takes a text in columns (RFC 4180 and its kin) whose first line names
// them: below a telling name stand secrets. It tells whether it is one.
func (d *Detector) table(t *decode.Text, i, j int, p place) bool {
	b := t.B[:j]
	line := i + indexAny(b[i:min(j, i+maxTitles)], "\r\n")
	if line >= j || line-i < 5 || line-i == maxTitles {
		return false
	}
	comma := byte(0)
	for _, c := range []byte(",;\t|") {
		if bytes.IndexByte(b[i:line], c) > 0 {
			comma = c
			break
		}
	}
	if comma == 0 {
		return false
	}
	var columns [maxColumns]*rule.Rule
	n, tells := 0, false
	for k := i; k <= line; n++ {
		start, end, next := cell(b[:line], k, comma)
		name := b[start:end]
		if n == maxColumns || len(name) == 0 || len(name) > 40 || !isTitle(name) {
			return false
		}
		var buf [40]byte
		name = append(buf[:0], name...)
		for x, c := range name {
			if c == ' ' {
				name[x] = '_'
			}
		}
		if r := d.name(rule.Key, name); r != nil && r.Treat == rule.Secret {
			columns[n], tells = r, true
		}
		k = next
	}
	if n < 2 || !tells && !even(b, i, line, comma, n) {
		return false
	}
	q := p
	q.names, q.request, q.code = rule.Key, true, false
	read := i // as text, up to here
	for k := line; k < j; {
		for k < j && (b[k] == '\r' || b[k] == '\n') {
			k++
		}
		for c := 0; k < j && c < n; c++ {
			start, end, next := cell(b, k, comma)
			if columns[c] != nil && start < end && !d.doubled(t, start, end, '"', columns[c], q) {
				d.sub(t, decode.None, start, end, func(v *decode.Text) { d.value(v, columns[c], q) })
			}
			if start < end && b[start-1] != '"' && bytes.ContainsAny(b[start:end], cellSigns) {
				// What is joined or escaped in it ends where the cell does.
				d.text2(t, read, start, p)
				d.text2(t, start, end, p)
				read = end
			}
			if k = next; k > j || b[k-1] != comma {
				break
			}
		}
		// More cells than columns, or the end of the line.
		if k = min(k, j); k < j && k > 0 && b[k-1] != '\n' {
			k += indexAny(b[k:], "\n")
		}
	}
	d.text2(t, read, j, p)
	return true
}

// cellSigns begin escapes, or stand in an address or before a value, which end at a
// blank.
const cellSigns = "%&\\=/:"

// even tells whether a text that begins with the line B[i:line] of n cells is a
// table though none of them is telling: there are three at least, as in the line
// below.
func even(b []byte, i, line int, comma byte, n int) bool {
	if n < 3 || bytes.Contains(b[i:line], []byte{comma, ' '}) {
		return false
	}
	k := line
	for k < len(b) && (b[k] == '\r' || b[k] == '\n') {
		k++
	}
	end := k + indexAny(b[k:min(len(b), k+maxTitles)], "\r\n")
	for ; n > 0 && k <= end; n-- {
		_, _, k = cell(b, k, comma)
	}
	return n == 0 && k > end && (end == len(b) || end < k)
}

// doubled takes a value in which a quote stands for one of two, and tells whether
// it is one.
func (d *Detector) doubled(t *decode.Text, i, j int, quote byte, r *rule.Rule, p place) bool {
	pair := []byte{quote, quote}
	if !bytes.Contains(t.B[i:j], pair) || structured(t.B[i:j]) {
		return false
	}
	v := bytes.ReplaceAll(t.B[i:j], pair, pair[:1])
	if !d.accepts(v, r, p) {
		return false
	}
	d.emit(t, i, j, r, d.canonical(v), "")
	return true
}

// cell gives the cell at k, without its quotes, and where the next one begins.
func cell(b []byte, k int, comma byte) (start, end, next int) {
	if k < len(b) && b[k] == '"' {
		start = k + 1
		end = start
		for end < len(b) && (b[end] != '"' || end+1 < len(b) && b[end+1] == '"') {
			if b[end] == '"' {
				end++
			}
			end++
		}
		end = min(end, len(b))
		return start, end, min(end+2, len(b)+1)
	}
	end = k
	for end < len(b) && b[end] != comma && b[end] != '\n' && b[end] != '\r' {
		end++
	}
	return k, end, end + 1
}

// isTitle tells whether a cell can name a column.
func isTitle(name []byte) bool {
	for _, c := range name {
		if class[c] != word && c != ' ' && c != '.' {
			return false
		}
	}
	return true
}
