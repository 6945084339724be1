// Package recall remembers what came of strings. A capture says the same things
// over and over: each request repeats the cookies, the agent and the page it came
// from, and a page that is loaded twice has the same scripts. What was done with
// such a string once need not be done again.
package recall

import "hash/maphash"

const (
	// slotBits is how many strings are remembered, as a power of two. A string
	// takes the place of another.
	slotBits = 13
	// maxOne bounds the bytes that are told of one string, and maxAll those of
	// all: at maxAll everything is forgotten.
	maxOne = 16 << 10
	maxAll = 4 << 20
)

// A Memory holds what came of strings: T, where anything did. K is what tells two
// uses of a string apart. Strings are told by a hash with a random seed: nobody
// can make two that share one.
type Memory[K comparable, T any] struct {
	seed  maphash.Seed
	slots []Entry[K, T]
	kept  int // bytes told since everything was forgotten
}

// An Entry is what is remembered of one string.
type Entry[K comparable, T any] struct {
	hash  uint64
	key   K
	Came  Outcome
	Spent int // what it took of a budget to find that out
	Told  T   // where Came is Told
}

// Outcome says what is known of a string.
type Outcome uint8

// The outcomes. Something is told from the second time on, so that nothing is
// copied for what stands in a file once.
const (
	Unread    Outcome = iota // or not to its end
	Nothing                  // nothing came of it
	Something                // something did, and was not told
	Told                     // Told has it
)

// New makes a memory.
func New[K comparable, T any]() *Memory[K, T] {
	return &Memory[K, T]{seed: maphash.MakeSeed(), slots: make([]Entry[K, T], 1<<slotBits)}
}

// Hash hashes a string, or something else that a use goes by.
func (m *Memory[K, T]) Hash(s []byte) uint64 { return maphash.Bytes(m.seed, s) }

// Mix adds n to a hash.
func Mix(hash, n uint64) uint64 {
	hash = (hash ^ n) * 0x9E3779B97F4A7C15
	return hash ^ hash>>29
}

// Entry gives what is remembered of the string with that hash and key: Unread
// where it is new. It is valid until the next call of Entry or Room.
func (m *Memory[K, T]) Entry(hash uint64, key K) *Entry[K, T] {
	e := &m.slots[hash>>(64-slotBits)]
	if e.hash != hash || e.key != key {
		*e = Entry[K, T]{hash: hash, key: key}
	}
	return e
}

// Room tells whether size more bytes may be told of a string.
func (m *Memory[K, T]) Room(size int) bool {
	if size > maxOne {
		return false
	}
	if m.kept += size; m.kept > maxAll {
		clear(m.slots)
		m.kept = 0
		return false
	}
	return true
}
