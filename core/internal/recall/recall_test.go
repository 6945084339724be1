package recall

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEntriesAreToldApart(t *testing.T) {
	m := New[int, string]()
	hash := m.Hash([]byte("a"))
	e := m.Entry(hash, 1)
	require.Equal(t, Unread, e.Came)
	e.Came, e.Told = Told, "x"
	require.Equal(t, "x", m.Entry(hash, 1).Told)
	require.Equal(t, Unread, m.Entry(hash, 2).Came)
	require.Equal(t, Unread, m.Entry(hash, 1).Came, "it took the place of the other")
	require.NotEqual(t, hash, New[int, string]().Hash([]byte("a")), "the seed is random")
}

func TestMemoryIsBounded(t *testing.T) {
	m := New[int, string]()
	require.False(t, m.Room(maxOne+1))
	for i := range maxAll / maxOne {
		e := m.Entry(m.Hash(fmt.Append(nil, i)), 0)
		require.True(t, m.Room(maxOne))
		e.Came = Told
	}
	require.False(t, m.Room(1))
	for i := range maxAll / maxOne {
		require.Equal(t, Unread, m.Entry(m.Hash(fmt.Append(nil, i)), 0).Came)
	}
	require.True(t, m.Room(1))
}
