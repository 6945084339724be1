// Package jsonscan reads JSON as bytes with places, never as values: what is
// not a secret must come out as the bytes that came in. A Splitter cuts a HAR
// into units while the file streams through it, a Scanner walks the tokens of
// one text, and Valid judges one.
//
// All of the file passes here twice in the user's browser, so speed decides
// the shape of the code: strings are most of a HAR and are looked at eight
// bytes at a time.
package jsonscan
