package judge

// slug tells whether a value is the name that a person gave to a thing: three
// or more short words, numbers and sizes in small letters, joined by hyphens
// or underscores (tp_728x90_bnr_btf_02). A word that nobody could say makes
// it none, unless it is one of many.
func slug(v []byte) bool {
	parts, start, odd := 0, 0, 0
	for i := 0; i <= len(v); i++ {
		if i < len(v) && v[i] != '-' && v[i] != '_' {
			continue
		}
		if p := v[start:i]; !slugPart(p) {
			if odd++; odd > 1 || !isWord(p) || len(p) > 12 {
				return false
			}
		}
		parts++
		start = i + 1
	}
	return parts >= 3 && odd == 0 || parts >= 6
}

func slugPart(p []byte) bool {
	letters, digits, vowels, x := 0, 0, 0, 0
	for i, c := range p {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == 'x' && digits > 0 && i+1 < len(p):
			x++
		case c >= 'a' && c <= 'z':
			letters++
			switch c {
			case 'a', 'e', 'i', 'o', 'u', 'y':
				vowels++
			}
		default:
			return false
		}
	}
	switch {
	case letters == 0:
		return digits > 0 && x <= 1 && digits <= 4*(1+x)
	case digits > 0:
		// v2 is a word; a mixture is random.
		return letters == 1 && digits <= 2 && p[0] > '9'
	}
	return letters <= 4 || letters <= 12 && vowels*5 >= letters
}
