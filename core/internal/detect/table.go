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
	names, values := -1, -1 // the columns of names and of their values
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
		switch string(lower(buf[:0], name)) {
		case "name", "key", "setting", "parameter", "variable", "property", "option", "field", "attribute":
			names = n
		case "value", "val", "content":
			values = n
		}
		k = next
	}
	paired := !tells && 0 <= names && names < values
	if n < 2 || !tells && !paired && !even(b, i, line, comma, n) {
		return false
	}
	q := p
	q.names, q.request, q.code, q.harmless = rule.Key, true, false, false
	read := i // as text, up to here
	for k := line; k < j; {
		for k < j && (b[k] == '\r' || b[k] == '\n') {
			k++
		}
		for c := 0; k < j && c < n; c++ {
			start, end, next := cell(b, k, comma)
			if paired && c == names {
				columns[values] = d.secretName(b[start:end])
			}
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
		if c < 0x80 && class[c] != word && c != ' ' && c != '.' {
			return false
		}
	}
	return true
}

const (
	maxRows = 1000
	maxRow  = 4 << 10 // how long one is, in bytes

	maxTitled = 16 // of how many columns the rows of a text are read once more
)

// piped takes the values that belong to a title or name in a table of a text, which
// begins at i, and behind which the sign between cells is at k: those below it, where
// a line is drawn under it, or the one beside it.
func (d *Detector) piped(t *decode.Text, i, k int, r *rule.Rule, p place) int {
	b := t.B
	begin := max(0, i-maxRow)
	begin += bytes.LastIndexByte(b[begin:i], '\n') + 1
	line := k + indexAny(b[k:min(len(b), k+maxRow)], "\n")
	before := bytes.TrimRight(b[begin:i], " `*_")
	if r.Treat != rule.Secret {
		return 0
	}
	rest := b[min(len(b), line+1):]
	if !isRuled(rest[:indexAny(rest[:min(len(rest), maxRow)], "\n")]) {
		if len(before) > 0 && before[len(before)-1] != '|' {
			return 0 // a part of a cell
		}
		start, end := shaved(b, k+1, k+1+indexAny(b[k+1:line], "|"))
		if start >= end || !told(r, b[start:end]) {
			return 0
		}
		if end == begin+maxRow || end == k+maxRow {
			end = runEnd(b, end) // the row was cut
		}
		return d.taken(t, start, end, r, true, p)
	}
	column := bytes.Count(before, []byte("|"))
	if column > maxTitled {
		return 0
	}
	for n := 0; n < maxRows && line < len(b); n++ {
		start := line + 1
		line = start + indexAny(b[start:min(len(b), start+maxRow)], "\n")
		row := b[start:line]
		if isRuled(row) {
			if n > 0 {
				break // below it another table may begin
			}
			continue
		}
		if bytes.IndexByte(row, '|') < 0 {
			break
		}
		for c := 0; c < column; c++ {
			start += indexAny(b[start:line], "|") + 1
		}
		if start >= line {
			continue
		}
		if from, to := shaved(b, start, start+indexAny(b[start:line], "|")); from < to {
			d.taken(t, from, to, r, true, p)
		}
	}
	return 0
}

// tabbed takes the value at k behind a name that begins its line, or a cell, at i, and a
// tab.
func (d *Detector) tabbed(t *decode.Text, i, k int, r *rule.Rule, p place) int {
	b := t.B
	for i > 0 && (b[i-1] == '.' || class[b[i-1]] == word) {
		i--
	}
	if r.Treat != rule.Secret || p.code || i > 0 && b[i-1] != '\n' && b[i-1] != '\t' {
		return 0
	}
	end := k + indexAny(b[k:min(len(b), k+maxSigned)], "\t\r\n")
	if v := b[k:end]; !told(r, v) || isVersion(v) {
		return 0
	}
	return d.taken(t, k, end, r, true, p)
}

// isVersion tells whether a text begins with two numbers, as the version of a program
// does: passwd 1:4.13+dfsg1-1.
func isVersion(v []byte) bool {
	k := 0
	for k < len(v) && v[k] >= '0' && v[k] <= '9' {
		k++
	}
	return k > 0 && k+1 < len(v) && (v[k] == '.' || v[k] == ':') && v[k+1] >= '0' && v[k+1] <= '9'
}

// shaved leaves out what stands around the text of a cell.
func shaved(b []byte, i, j int) (start, end int) {
	for i < j && (b[i] <= ' ' || b[i] == '`' || b[i] == '*') {
		i++
	}
	for i < j && (b[j-1] <= ' ' || b[j-1] == '`' || b[j-1] == '*') {
		j--
	}
	return i, j
}

// isRuled tells whether a row of a table is a line that is drawn.
func isRuled(row []byte) bool {
	return bytes.Contains(row, []byte("--")) && len(bytes.Trim(row, "-+|: =\r")) == 0
}

// headed takes the values below the titles of a table in a page, of which the first row
// begins behind the tag that ends at k.
func (d *Detector) headed(t *decode.Text, k int, p place) {
	b := t.B
	k = skipSpace(b, k, len(b))
	if k+3 >= len(b) || string(b[k:k+3]) != "<th" || b[k+3] != '>' && b[k+3] != ' ' {
		return
	}
	var columns [maxColumns]*rule.Rule
	n, tells := 0, false
	limit := min(len(b), k+16*maxRow)
	for n < maxColumns {
		var buf [40]byte
		open, text, end := cellOf(b[:limit], k, buf[:0])
		if open == 0 || string(b[open:open+3]) != "<th" {
			break
		}
		columns[n] = d.secretName(text)
		tells = tells || columns[n] != nil
		n++
		k = end
	}
	if !tells || n < 2 {
		return
	}
	p.code = false
	column := 0
	for cells := 0; cells < maxRows*8; cells++ {
		open := bytes.IndexByte(b[k:min(len(b), k+16*maxRow)], '<')
		if open < 0 {
			return
		}
		k += open
		rest := b[k:min(len(b), k+8)]
		switch {
		case bytes.HasPrefix(rest, []byte("</table")), bytes.HasPrefix(rest, []byte("<th>")), bytes.HasPrefix(rest, []byte("<th ")):
			return
		case bytes.HasPrefix(rest, []byte("<tr")):
			column = 0
		case bytes.HasPrefix(rest, []byte("<td")):
			if column < maxColumns && columns[column] != nil {
				start := skipMarkup(b, k)
				if _, end := elementText(b, start); start < end {
					d.taken(t, start, end, columns[column], true, p)
				}
			}
			column++
		}
		k++
	}
}

// cellOf gives the next cell of a row of titles from k: where its tag begins, its text
// as a name, and where it ends. Where the row has no more of them open is 0.
func cellOf(b []byte, k int, dst []byte) (open int, name []byte, end int) {
	k = skipSpace(b, k, len(b))
	if k+4 >= len(b) || b[k] != '<' || b[k+1] != 't' {
		return 0, nil, k
	}
	open = k
	inTag := true
	for k++; k < len(b) && k-open < maxRow; k++ {
		switch c := b[k]; {
		case c == '<' && bytes.HasPrefix(b[k:], []byte("</t")):
			end = k + indexAny(b[k:], ">") + 1
			return open, bytes.Trim(dst, "_"), min(end, len(b))
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
		case inTag || len(dst) == cap(dst):
		case c <= ' ':
			dst = append(dst, '_')
		default:
			dst = append(dst, c)
		}
	}
	return 0, nil, k
}

// boxed takes what belongs to the name B[i:] in a table that is drawn with lines, where a
// cell ends at k: the cell behind it, or those below it.
func (d *Detector) boxed(t *decode.Text, i, k int, r *rule.Rule, p place) int {
	const bar = "│"
	b := t.B
	if r.Treat != rule.Secret {
		return 0
	}
	line := k + indexAny(b[k:min(len(b), k+maxRow)], "\n")
	if cell := b[k+len(bar) : max(k+len(bar), line)]; bytes.Contains(cell, []byte(bar)) {
		v := bytes.TrimSpace(cell[:bytes.Index(cell, []byte(bar))])
		if at := bytes.Index(b[k:], v) + k; len(v) > 0 && told(r, v) {
			return d.taken(t, at, at+len(v), r, true, p)
		}
	}
	rest := b[min(len(b), line+1):]
	if rest = rest[:indexAny(rest[:min(len(rest), maxRow)], "\n")]; !isDrawn(rest) {
		return 0 // no titles stand here
	}
	begin := max(0, i-maxRow)
	begin += bytes.LastIndexByte(b[begin:i], '\n') + 1
	column := bytes.Count(b[begin:i], []byte(bar))
	if column > maxTitled {
		return 0
	}
	for n, drawn := 0, 0; n < maxRows && drawn < maxDrawn && line < len(b); n++ {
		start := line + 1
		line = start + indexAny(b[start:min(len(b), start+maxRow)], "\n")
		row := b[start:line]
		if isDrawn(row) {
			drawn++
			continue
		}
		cells := bytes.SplitN(row, []byte(bar), column+2)
		if len(cells) < 2 {
			break
		}
		if len(cells) <= column {
			continue
		}
		from := start
		for _, c := range cells[:column] {
			from += len(c) + len(bar)
		}
		if from, to := trim(b, from, from+len(cells[column])); from < to {
			d.taken(t, from, to, r, true, p)
		}
	}
	return 0
}

// maxDrawn is how many lines are drawn between the rows of one table, at most: behind some
// of them other tables begin.
const maxDrawn = 16

// isDrawn tells whether a row is a line between others.
func isDrawn(row []byte) bool {
	return bytes.Contains(row, []byte("─")) || bytes.Contains(row, []byte("═"))
}
