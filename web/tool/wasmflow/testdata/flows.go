// Command flows goes every way through functions that WebAssembly knows, and
// prints what came of it: loops in loops, jumps into and out of them, goroutines
// that are put to sleep in the middle of each, panics that are recovered from,
// garbage that is collected while the stack is deep.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
)

func primes(n int) (sum int) {
next:
	for i := 2; i < n; i++ {
		for k := 2; k*k <= i; k++ {
			if i%k == 0 {
				continue next
			}
		}
		sum += i
	}
	return sum
}

// machine jumps back and forth without any loop of Go's.
func machine(program string) string {
	var out strings.Builder
	i, n := 0, 0
start:
	if i == len(program) {
		goto done
	}
	switch c := program[i]; {
	case c == '+':
		goto inc
	case c == '-':
		goto dec
	case c == '<' && n > 0:
		n--
		out.WriteByte('<')
		goto start
	case c == '!':
		goto done
	}
	i++
	goto start
inc:
	n++
	out.WriteByte('a' + byte(n%26))
	i++
	if n%3 == 0 {
		goto dec
	}
	goto start
dec:
	n--
	out.WriteByte('A' + byte((n+26)%26))
	if n > 7 {
		goto dec
	}
	i++
	goto start
done:
	return fmt.Sprint(out.String(), n)
}

// sleepy is put to sleep in an inner loop and goes on there.
func sleepy(id, n int, in <-chan int, out chan<- int) {
	for a := range n {
		for b := 0; b < 3; b++ {
			for {
				v, ok := <-in
				if !ok {
					out <- -id
					return
				}
				if v%2 == 0 {
					break
				}
				runtime.Gosched()
				if v > 50 && b > 0 {
					out <- v
				}
			}
			out <- id*1000 + a*10 + b
		}
	}
	for range in {
	}
	out <- -id
}

func pipeline() []int {
	in, out := make(chan int), make(chan int)
	for id := 1; id <= 3; id++ {
		go sleepy(id, 4, in, out)
	}
	go func() {
		for i := range 100 {
			in <- i
			if i%17 == 0 {
				time.Sleep(time.Millisecond)
			}
		}
		close(in)
	}()
	sum, count, ended := 0, 0, 0
	timeout := time.After(time.Minute)
	for ended < 3 {
		select {
		case v := <-out:
			if v < 0 {
				ended++
				continue
			}
			count++
			sum += v % 10
		case <-timeout:
			panic("it hangs")
		}
	}
	return []int{ended, min(count, 1), min(sum, 1)}
}

// safely recovers in the middle of a loop, and goes on behind it.
func safely(list []int, at int) (v int, err error) {
	for i := 0; ; i++ {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("%d: %v", i, r)
			}
		}()
		for k := range list {
			v += list[k]
			if k == at && i == 2 {
				return v, nil
			}
		}
		v += list[at*i]
	}
}

func deep(n int) int {
	if n == 0 {
		return 0
	}
	var pad [512]byte
	pad[n%512] = 1
	return deep(n-1) + int(pad[n%512])
}

// held has what only its many frames point to, while the stack grows and garbage is
// collected.
func held(n int) int {
	if n == 0 {
		runtime.GC()
		return 0
	}
	p := &[]int{n, 1}
	words := map[string]*[]int{fmt.Sprint(n): p}
	if n%100 == 0 {
		runtime.GC()
	}
	sum := held(n - 1)
	return sum + (*words[fmt.Sprint(n)])[1] + (*p)[0] - n
}

type weekday struct{ n int }

func (d weekday) next() int { return d.n + 1 }

// unmet calls a method of what is not there.
func unmet() (panicked bool) {
	defer func() { panicked = recover() != nil }()
	var day interface{ next() int } = (*weekday)(nil)
	return day.next() == 0
}

// made calls functions that reflect makes, with garbage collected within them.
func made() (sum int) {
	swap := reflect.MakeFunc(reflect.TypeOf(func(a, b *int) (*int, *int) { return a, b }), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return []reflect.Value{in[1], in[0]}
	}).Interface().(func(a, b *int) (*int, *int))
	a, b := swap(new(7), new(9))
	next := reflect.ValueOf(weekday{*a}).Method(0).Interface().(func(*int) *int)
	return *next(b)*100 + *b
}

func (d weekday) Sum(n *int) *int {
	held(50)
	return new(*n + d.n)
}

func locked() (n int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				mu.Lock()
				if n%7 == i%7 {
					runtime.Gosched()
				}
				n++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	return n
}

func each(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func ranged() (list []int) {
	for i := range each {
		switch {
		case i%3 == 0:
			continue
		case i > 20:
			return list
		}
		list = append(list, i)
	}
	return nil
}

func floats(n int) (x float64) {
	for i := 1; i <= n; i++ {
		if x > 3 {
			x /= float64(i)
		} else {
			x += 1 / float64(i)
		}
	}
	return x
}

// moved has places of its own frame changed by who is called, and the stack moved
// under them.
func moved(n int) (sum int) {
	var list [8]int
	at := &list[n%8]
	for i := range 40 {
		change(at, i)
		sum += deep(i*100) + list[n%8]
		at = &list[(n+i)%8]
	}
	return sum + *at
}

//go:noinline
func change(at *int, by int) { *at += by }

// wrong goes wrong in all ways, each in the middle of a loop.
func wrong(list []int, what any, n int) (all []string) {
	one := func(i int) (err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("%d: %v", i, r)
			}
		}()
		var none *weekday
		sum := 0
		for k := range 3 {
			switch {
			case i == 0:
				sum += list[n+k]
			case i == 1:
				sum += len(list[n:])
			case i == 2:
				sum += n / k
			case i == 3:
				sum += none.n
			case i == 4:
				sum += what.(int)
			case i == 5:
				sum += len(make([]int, k-1))
			case i == 6:
				sum <<= k - 1
			case i == 7:
				sum += len([2]int(list[:1]))
			case k == 2:
				panic(sum)
			}
			sum += deep(k)
		}
		return nil
	}
	for i := range 9 {
		all = append(all, fmt.Sprint(one(i)))
	}
	return all
}

func main() {
	fmt.Println(primes(5000))
	for _, p := range []string{"", "+++-<", "++++++++++--<<<+", "+-x!+", strings.Repeat("+", 60)} {
		fmt.Println(machine(p))
	}
	fmt.Println(pipeline())
	for _, at := range []int{0, 1, 2, 5} {
		fmt.Println(safely([]int{3, 1, 4, 1}, at))
	}
	fmt.Println(deep(20000), locked(), ranged())
	fmt.Printf("%.9f\n", floats(1000))
	m := map[string]int{}
	for _, w := range strings.Fields(strings.Repeat("one two three two one two ", 40)) {
		m[w]++
	}
	keys := []string{}
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(a, b int) bool { return m[keys[a]] > m[keys[b]] })
	fmt.Println(keys, m)
	func() {
		defer func() { fmt.Println(recover()) }()
		var p *sync.Once
		p.Do(func() {})
	}()
	fmt.Println(moved(3), strings.Join(wrong([]int{1, 2}, "two", 3), "; "))
	fmt.Println(held(1500), unmet(), made(), runtime.NumGoroutine() < 3)
	runtime.GC()
	fmt.Println("end")
}
