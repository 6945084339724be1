package secrets

import (
	"cmp"
	"slices"
	"sort"

	"github.com/har-redactor/har-redactor/core/internal/rule"
)

// Candidates gives what was gathered, in the order of the indices that Add
// gave. The collector must not be used after that is changed.
func (c *Collector) Candidates() []Candidate { return c.list }

// Merge joins what several collectors gathered of different units of one run, and
// changes none of it.
// The outcome is that of one collector that was shown all units in order, up
// to the order of its indices, however they were spread.
func Merge(lists ...[]Candidate) *Collector {
	if len(lists) == 1 {
		return &Collector{list: lists[0]}
	}
	c := &Collector{}
	for _, list := range lists {
		for _, x := range list {
			c.merge(x)
		}
	}
	return c
}

func (c *Collector) merge(x Candidate) {
	id, known := c.ids.number(x.Value, int32(len(c.list)), c.value)
	if !known {
		// The lists are others', and stay as they are.
		x.Rules, x.Units = c.rules.keep(x.Rules...), c.units.keep(x.Units...)
		c.list = append(c.list, x)
		return
	}
	if x.Count == 0 {
		// Known from elsewhere, and found here besides.
		return
	}
	s := &c.list[id]
	s.Count += x.Count
	s.First = min(s.First, x.First)
	s.name(x.Kind, x.Named)
	for _, r := range x.Rules {
		// By id: rules that came over a bridge are copies.
		if !slices.ContainsFunc(s.Rules, func(have *rule.Rule) bool { return have.ID == r.ID }) {
			s.Rules = append(s.Rules, r)
		}
	}
	s.Units = append(s.Units, x.Units...)
	if !slices.IsSortedFunc(s.Units, inFile) {
		sortUnits(s.Units)
	}
	s.Units = slices.Compact(s.Units)
	s.Units = s.Units[:min(len(s.Units), maxUnits)]
}

// inFile compares units by their place in the file; a frame, which has a negative
// number, is scanned after all units.
func inFile(a, b int32) int { return cmp.Compare(uint32(a), uint32(b)) }

func sortUnits(units []int32) {
	sort.Slice(units, func(a, b int) bool { return inFile(units[a], units[b]) < 0 })
}
