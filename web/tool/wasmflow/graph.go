package wasmflow

import "slices"

// A graph is how the segments of a function lead to one another for whoever
// enters it at its top, and the order to write them in for such a one: each loop
// around nothing but what is in it, and entered nowhere but at its top.
//
// The way is that of Ramsey, "Beyond Relooper: recursive translation of
// unstructured control flow to structured control flow" (ICFP 2022): what all
// ways to a segment lead through holds the block that the segment stands behind.
// Here the block stands around the loops that the segment is not in.
type graph struct {
	*function
	to     [][]int // of each segment, where it leads to
	from   [][]int // and what leads to it, of those that can be reached
	next   []int   // where its end leads to, -1 where it leads nowhere
	falls  []bool  // without a jump
	order  []int   // the segments that can be reached, each behind all that lead to it forward
	rank   []int   // place in order, -1 for those that cannot be reached
	above  []int   // immediate dominator
	ways   []int   // how many lead to it forward
	top    []bool  // a jump backward leads to it
	joined []bool  // it is written where the one way to it is, the end of another
	behind [][]int // of each segment, those that stand behind it
	beyond [][]int // of the top of a loop, those that stand behind the loop
}

// graph makes it. ok is false where a loop is entered elsewhere than at its top.
func (f *function) graph() (g *graph, ok bool) {
	n := len(f.segments)
	g = &graph{function: f, to: make([][]int, n), from: make([][]int, n), next: make([]int, n), falls: make([]bool, n), joined: make([]bool, n), rank: make([]int, n), above: make([]int, n), ways: make([]int, n), top: make([]bool, n), behind: make([][]int, n), beyond: make([][]int, n)}
	for s, code := range f.segments {
		for i := range code {
			if to, ok := f.jumps[s][i]; ok {
				g.to[s] = append(g.to[s], to)
			}
		}
		if g.next[s], g.falls[s] = f.next(s); g.falls[s] {
			g.to[s] = append(g.to[s], g.next[s])
		}
	}
	g.sort()
	g.dominate()
	for _, s := range g.order {
		for _, to := range g.to[s] {
			switch {
			case g.rank[to] > g.rank[s]:
				g.ways[to]++
			case !g.dominates(to, s):
				return nil, false
			default:
				g.top[to] = true
			}
		}
	}
	g.place()
	return g, true
}

// next gives the segment that goes on where segment s ends, -1 where none does,
// and tells whether it is without a jump.
func (f *function) next(s int) (to int, falls bool) {
	code := f.segments[s]
	if n := len(code); n > 0 {
		switch code[n-1].op {
		case opBr:
			if to, ok := f.jumps[s][n-3]; ok {
				return to, false
			}
			return -1, false // to sleep
		case opReturn, opUnreachable:
			return -1, false
		}
	}
	if s+1 == len(f.segments) {
		return -1, false
	}
	return s + 1, true
}

// sort brings the segments in an order of their own: reverse postorder.
func (g *graph) sort() {
	for s := range g.rank {
		g.rank[s] = -1
	}
	type step struct{ segment, next int }
	seen := make([]bool, len(g.to))
	seen[g.table[0]] = true
	for path := []step{{segment: g.table[0]}}; len(path) > 0; {
		at := &path[len(path)-1]
		if at.next == len(g.to[at.segment]) {
			g.order = append(g.order, at.segment)
			path = path[:len(path)-1]
			continue
		}
		to := g.to[at.segment][at.next]
		at.next++
		if !seen[to] {
			seen[to] = true
			path = append(path, step{segment: to})
		}
	}
	slices.Reverse(g.order)
	for k, s := range g.order {
		g.rank[s] = k
		for _, to := range g.to[s] {
			g.from[to] = append(g.from[to], s)
		}
	}
}

// dominate finds the immediate dominators (Cooper, Harvey, Kennedy, "A simple,
// fast dominance algorithm").
func (g *graph) dominate() {
	for s := range g.above {
		g.above[s] = -1
	}
	root := g.order[0]
	g.above[root] = root
	for changed := true; changed; {
		changed = false
		for _, s := range g.order[1:] {
			above := -1
			for _, p := range g.from[s] {
				if g.above[p] < 0 {
					continue
				}
				if above < 0 {
					above = p
					continue
				}
				for q := p; q != above; {
					for g.rank[q] > g.rank[above] {
						q = g.above[q]
					}
					for g.rank[above] > g.rank[q] {
						above = g.above[above]
					}
				}
			}
			if g.above[s] != above {
				g.above[s], changed = above, true
			}
		}
	}
}

// dominates tells whether all ways to b lead through a.
func (g *graph) dominates(a, b int) bool {
	for g.rank[b] > g.rank[a] {
		b = g.above[b]
	}
	return a == b
}

// place says behind what each segment stands: its dominator, or the outermost
// loop that the dominator is in and the segment is not.
func (g *graph) place() {
	loops := make([][]int, len(g.to)) // tops of those that a segment is in, outermost first
	for _, top := range g.order {
		if !g.top[top] {
			continue
		}
		in := map[int]bool{top: true}
		var todo []int
		for _, s := range g.from[top] {
			if g.rank[s] >= g.rank[top] {
				todo = append(todo, s)
			}
		}
		for len(todo) > 0 {
			s := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if !in[s] {
				in[s] = true
				todo = append(todo, g.from[s]...)
			}
		}
		for _, s := range g.order {
			if in[s] {
				loops[s] = append(loops[s], top)
			}
		}
	}
	for _, s := range g.order {
		end := g.next[s]
		if end >= 0 && g.ways[end] == 1 && g.rank[end] > g.rank[s] {
			leaves := slices.ContainsFunc(loops[s], func(top int) bool { return !slices.Contains(loops[end], top) })
			g.joined[end] = !leaves
		}
	}
	for _, s := range g.order[1:] {
		if g.joined[s] {
			continue
		}
		holder, exit := g.above[s], -1
		for _, top := range loops[holder] {
			if !slices.Contains(loops[s], top) {
				exit = top
				break
			}
		}
		if exit >= 0 {
			g.beyond[exit] = append(g.beyond[exit], s)
		} else {
			g.behind[holder] = append(g.behind[holder], s)
		}
	}
}

// tree writes a segment and all that stands behind it.
func (g *graph) tree(s int) {
	if !g.top[s] {
		g.stem(s)
		return
	}
	g.blocks(g.beyond[s])
	g.begin(opLoop, label{again, s})
	g.stem(s)
	g.close()
	g.trees(g.beyond[s])
}

// stem writes a segment and what stands behind it in the same loop.
func (g *graph) stem(s int) {
	g.blocks(g.behind[s])
	g.segment(s)
	if g.falls[s] {
		g.goTo(opBr, s, g.next[s])
	}
	g.trees(g.behind[s])
}

// blocks opens those that the segments stand behind, the nearest last.
func (g *graph) blocks(segments []int) {
	for _, s := range slices.Backward(segments) {
		g.begin(opBlock, label{before, s})
	}
}

func (g *graph) trees(segments []int) {
	for _, s := range segments {
		g.close()
		g.tree(s)
	}
}

// goTo goes from segment s to another one, or goes on with it.
func (g *graph) goTo(op byte, s, to int) {
	switch {
	case g.rank[to] <= g.rank[s]:
		g.branch(op, label{again, to})
	case g.joined[to]:
		g.tree(to)
	default:
		g.branch(op, label{before, to})
	}
}
