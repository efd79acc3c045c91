/* The scan of `scan.py`, compiled: one pass over a text. `pure.py` says what everything means, and gives
   the same. What this does not know (a capital sigma, whose small letter depends on what stands beside
   it) it leaves to that: it returns None. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

#define PROTOCOL 4 /* of `native.py`: rises whenever what goes in or comes out changes */
#define LIMIT 0x2100 /* code points with classes of their own; all letters of Vietnamese are below */
#define SIGMA 0x3A3
#define DOTTED_I 0x130 /* lowers to two letters, so it stays */
#define NBSP 0xA0
#define MARKS 4    /* characters of a bullet, at most */
#define SHORT 40   /* characters from which on nobody leaves the diacritics out */
#define TAIL 60    /* characters by which ends of lines are compared */
#define BULKY 400  /* characters from which on a line may hold an article twice */
#define ARTICLE 500 /* the same, an article and its byline */
#define FLAT 4     /* lines of flat text */
#define BYLINE 80  /* characters of the longest byline in it */
#define NAMES 60   /* characters of the longest byline in a line of its own */
#define HEADS 8    /* lines among which the headline stands, or a menu in one line */
#define HEADLINE 230 /* characters of the longest one */
#define ROW 400    /* the same of a menu in one line */
#define ROW_NAMES 6 /* capitals that it has, at least, if no sign stands between its names */
#define SKIPPED 11 /* characters in front of the first word */
#define LEAD 4     /* characters of it */
#define HEAD 16    /* characters of a line in which it is looked for */
#define NUMBERED 10
#define IMAGE 240  /* characters of the longest line that ends so */

enum { ODD = 1, SPACE = 2, WORD = 4, LOWER = 8, STOP = 16, QUOTE = 32,
       PRINTS = 64,   /* phrases are printed from here on */
       ANCHOR = 128,  /* the rarest letter of a word asked for */
       SPECIAL = 256, /* the line feed, and what this scan does not know */
       UPPER = 512,
       LOOK = ODD | PRINTS | ANCHOR | SPECIAL };
enum { TWINS = 1, MIXED = 2, APART = 4, FEW = 8, LONE_WORD = 16, SMALL = 32, DIGIT = 64, DOTS = 128,
       NUMBER = 256, BRACKETED = 512, RESTARTS = 1024, SIGNED = 2048, ECHOED = 4096, ROWS = 8192 };

#define BIT(c) ((uint64_t)1 << ((c) & 63))

typedef struct { Py_UCS4 ch; int child, sibling, ends; } Node;
enum { OPENS = 1, FILLS = 2 }; /* how words end: as those that open a line, or as those that fill one */
typedef struct { Node *nodes; int count, room; int root[LIMIT]; } Trie;
typedef struct {
    Py_UCS4 *letters;
    Py_ssize_t size, anchor, reach, last;
    int whole, next; /* the next one with this anchor, or -1 */
    PyObject *asked;
} Asked;
typedef struct {
    PyObject_HEAD
    struct { Py_UCS2 fold, classes; } letters[LIMIT];
    int anchored[LIMIT]; /* the first of the asked with this anchor, or -1 */
    uint64_t before[LIMIT]; /* what may stand in front of this anchor, by the last six bits: for speed */
    Trie heads, printed;
    Asked *asked;
    Py_ssize_t count;
    Py_UCS4 tones[32][4];
    int toned;
} Scanner;

/* Tries */

static int child_of(const Trie *trie, int node, Py_UCS4 c)
{
    int n = node ? trie->nodes[node].child : c < LIMIT ? trie->root[c] : trie->count ? trie->nodes[0].child : 0;
    while (n && trie->nodes[n].ch != c)
        n = trie->nodes[n].sibling;
    return n;
}

static int add_word(Trie *trie, PyObject *word, int ends)
{
    int at = 0;
    if (!PyUnicode_Check(word) || !PyUnicode_GET_LENGTH(word)) {
        PyErr_SetString(PyExc_ValueError, "a word is a str that is not empty");
        return 0;
    }
    for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(word); i++) {
        Py_UCS4 c = PyUnicode_READ_CHAR(word, i);
        int next = child_of(trie, at, c);
        if (!next) {
            if (trie->count + 1 >= trie->room) {
                int room = trie->room ? 2 * trie->room : 256;
                Node *nodes = PyMem_Realloc(trie->nodes, room * sizeof(Node));
                if (!nodes) {
                    PyErr_NoMemory();
                    return 0;
                }
                trie->nodes = nodes;
                trie->room = room;
                if (!trie->count)
                    trie->nodes[trie->count++] = (Node){0, 0, 0, 0};
            }
            next = trie->count++;
            int *first = at || c >= LIMIT ? &trie->nodes[at].child : &trie->root[c];
            trie->nodes[next] = (Node){c, 0, *first, 0};
            *first = next;
        }
        at = next;
    }
    trie->nodes[at].ends |= ends;
    return 1;
}

static int add_words(Trie *trie, PyObject *words, int ends)
{
    PyObject *list = PySequence_Fast(words, "words are a sequence");
    int done = list != NULL;
    for (Py_ssize_t i = 0; done && i < PySequence_Fast_GET_SIZE(list); i++)
        done = add_word(trie, PySequence_Fast_GET_ITEM(list, i), ends);
    Py_XDECREF(list);
    return done;
}

/* Making and unmaking */

static void mark(Scanner *self, PyObject *characters, int bit)
{
    for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(characters); i++) {
        Py_UCS4 c = PyUnicode_READ_CHAR(characters, i);
        if (c < LIMIT)
            self->letters[c].classes |= bit;
    }
}

static int add_asked(Scanner *self, PyObject *item)
{
    PyObject *words;
    Asked *one = &self->asked[self->count];
    if (!PyArg_ParseTuple(item, "UnnnpO", &words, &one->anchor, &one->reach, &one->last, &one->whole,
                          &one->asked))
        return 0;
    one->size = PyUnicode_GET_LENGTH(words);
    if (one->anchor < 0 || one->anchor >= one->size) {
        PyErr_SetString(PyExc_ValueError, "an anchor is an index into its words");
        return 0;
    }
    if (!(one->letters = PyUnicode_AsUCS4Copy(words)))
        return 0;
    Py_INCREF(one->asked);
    Py_UCS4 anchor = one->letters[one->anchor];
    one->next = -1;
    if (anchor < LIMIT) {
        one->next = self->anchored[anchor], self->anchored[anchor] = (int)self->count;
        self->before[anchor] |= one->anchor ? BIT(one->letters[one->anchor - 1]) : ~(uint64_t)0;
    }
    self->count++;
    return 1;
}

static PyObject *scanner_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *odd, *lower, *upper, *stops, *quotes, *tones, *opening, *filling, *printed, *asked;
    if (!PyArg_ParseTuple(args, "UUUUUO!OOOO!", &odd, &lower, &upper, &stops, &quotes, &PyList_Type, &tones,
                          &opening, &filling, &printed, &PyList_Type, &asked))
        return NULL;
    Scanner *self = (Scanner *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    for (Py_UCS4 c = 0; c < LIMIT; c++) {
        self->letters[c].fold = c == NBSP ? ' ' : c == DOTTED_I ? c : (Py_UCS2)Py_UNICODE_TOLOWER(c);
        self->letters[c].classes = (Py_UNICODE_ISSPACE(c) ? SPACE : 0)
                           | (Py_UNICODE_ISALNUM(c) || c == '_' ? WORD : 0)
                           | (c == '\n' || c == SIGMA ? SPECIAL : 0);
        self->anchored[c] = -1;
    }
    mark(self, odd, ODD), mark(self, lower, LOWER), mark(self, upper, UPPER);
    mark(self, stops, STOP), mark(self, quotes, QUOTE);
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(tones) && self->toned < 32; i++) {
        PyObject *pair = PyList_GET_ITEM(tones, i);
        if (!PyUnicode_Check(pair) || PyUnicode_GET_LENGTH(pair) != 4)
            continue;
        for (int j = 0; j < 4; j++)
            self->tones[self->toned][j] = PyUnicode_READ_CHAR(pair, j);
        self->toned++;
    }
    self->asked = PyMem_Calloc(PyList_GET_SIZE(asked) + 1, sizeof(Asked));
    if (!self->asked) {
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    int done = add_words(&self->heads, opening, OPENS) && add_words(&self->heads, filling, FILLS)
               && add_words(&self->printed, printed, OPENS);
    for (Py_ssize_t i = 0; done && i < PyList_GET_SIZE(asked); i++)
        done = add_asked(self, PyList_GET_ITEM(asked, i));
    if (!done) {
        Py_DECREF(self);
        return NULL;
    }
    for (Py_UCS4 c = 0; c < LIMIT; c++) {
        Py_UCS2 low = self->letters[c].fold; /* Cherokee letters fold to such beyond the limit */
        self->letters[c].classes |= (self->printed.root[c] ? PRINTS : 0)
                            | (low >= LIMIT || self->anchored[low] >= 0 ? ANCHOR : 0);
    }
    return (PyObject *)self;
}

static void scanner_dealloc(Scanner *self)
{
    PyTypeObject *type = Py_TYPE(self);
    for (Py_ssize_t i = 0; i < self->count; i++)
        Py_XDECREF(self->asked[i].asked), PyMem_Free(self->asked[i].letters);
    PyMem_Free(self->asked);
    PyMem_Free(self->heads.nodes), PyMem_Free(self->printed.nodes);
    type->tp_free(self);
    Py_DECREF(type);
}

/* Scanning. `text` and `key` are arrays of one kind; all offsets index both. */

typedef struct { Py_ssize_t start, end; int gap; } Bounds;
typedef struct {
    const Scanner *of;
    int kind;
    const void *text;
    void *key;
    Py_ssize_t size, lines, room, marks, marks_room, odds, odds_room;
    Bounds *bounds;
    Py_ssize_t *marked; /* where something is to be looked at in this line */
    Py_UCS4 *odd;
    Py_ssize_t *begun, *seen; /* of words: where the last one began, and the last line that counts */
    Py_ssize_t *found, founds; /* those that begin in this line */
    PyObject *heads, *phrases;
    int traits, brackets, shorts, gaps[3];
} Scan;

#define TEXT(i) PyUnicode_READ(kind, scan->text, i)
#define KEY(i) PyUnicode_READ(kind, scan->key, i)
#define CLASS(c) ((c) < LIMIT ? scan->of->letters[c].classes : classes_of(c))
#define IS_SPACE(c) (CLASS(c) & SPACE)
#define INLINE static inline __attribute__((always_inline))

static int classes_of(Py_UCS4 c)
{
    return ODD | (Py_UNICODE_ISSPACE(c) ? SPACE : 0) | (Py_UNICODE_ISALNUM(c) ? WORD : 0);
}

static int grown(void **array, Py_ssize_t *room, size_t size)
{
    Py_ssize_t more = *room ? 2 * *room : 64;
    void *moved = PyMem_Realloc(*array, more * size);
    if (!moved) {
        PyErr_NoMemory();
        return 0;
    }
    *array = moved, *room = more;
    return 1;
}

static int append(PyObject *list, PyObject *item)
{
    int done = item && PyList_Append(list, item) == 0;
    Py_XDECREF(item);
    return done;
}

/* Whether nothing but signs and digits is left of a line. */
INLINE int says_no_more(const Scan *scan, int kind, Py_ssize_t at, Py_ssize_t end)
{
    while (at < end && (!(CLASS(KEY(at)) & WORD) || Py_UNICODE_ISDECIMAL(KEY(at))))
        at++;
    return at == end;
}

/* Whether a phrase begins at `at` that opens the line, or fills what is left of it. */
INLINE int begins(const Scan *scan, int kind, Py_ssize_t at, Py_ssize_t end)
{
    const Trie *trie = &scan->of->heads;
    int node = 0;
    while (at < end && trie->count && (node = child_of(trie, node, KEY(at++)))) {
        int ends = trie->nodes[node].ends;
        if (ends & OPENS && (at == end || KEY(at) == '_' || !(CLASS(KEY(at)) & WORD)))
            return 1;
        if (ends & FILLS && says_no_more(scan, kind, at, end))
            return 1;
    }
    return 0;
}

/* Whether a line begins with a phrase behind a bullet, or is as short as one without diacritics. */
INLINE int is_headed(const Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end)
{
    if (end - start < SHORT) {
        Py_ssize_t i = start;
        while (i < end && KEY(i) < 128)
            i++;
        if (i == end)
            return 1;
    }
    for (int marks = 0; marks <= MARKS; marks++) {
        Py_ssize_t at = start + marks;
        if (marks && (at > end || CLASS(KEY(at - 1)) & (WORD | SPACE | QUOTE)))
            return 0;
        for (int spaces = 0; spaces < 2; spaces++) {
            if (spaces && (at >= end || !IS_SPACE(KEY(at))))
                break;
            Py_ssize_t from = at + spaces;
            if (begins(scan, kind, from, end))
                return 1;
            Py_ssize_t i = from;
            while (i < end && i < from + 2 && Py_UNICODE_ISDECIMAL(KEY(i)))
                i++;
            for (; i > from; i--)
                if (i + 1 < end && (KEY(i) == '.' || KEY(i) == ')') && IS_SPACE(KEY(i + 1))
                    && begins(scan, kind, i + 2, end))
                    return 1;
        }
    }
    return 0;
}

/* Where the phrase that is printed at `at` ends, or 0. */
INLINE Py_ssize_t printed_to(const Scan *scan, int kind, int node, Py_ssize_t at, Py_ssize_t end)
{
    const Trie *trie = &scan->of->printed;
    Py_ssize_t found = 0;
    for (;;) {
        at++;
        if (trie->nodes[node].ends && (at >= scan->size || !(CLASS(TEXT(at)) & LOWER)))
            found = at;
        if (at >= end || !(node = child_of(trie, node, TEXT(at))))
            return found;
    }
}

/* Whether the words of `one` stand at `start` in the line that ends at `end`. */
INLINE int stands(const Scan *scan, int kind, const Asked *one, Py_ssize_t start, Py_ssize_t end)
{
    Py_ssize_t i = 0;
    if (start + one->size > end)
        return 0;
    while (i < one->size && KEY(start + i) == one->letters[i])
        i++;
    return i == one->size;
}

INLINE void words_at(Scan *scan, int kind, Py_ssize_t at, Py_ssize_t start, Py_ssize_t end)
{
    const Scanner *of = scan->of;
    Py_UCS4 c = KEY(at);
    int n = c < LIMIT ? of->anchored[c] : (int)of->count - 1;
    while (n >= 0) {
        const Asked *one = &of->asked[n];
        Py_ssize_t begun = at - one->anchor;
        if (begun >= start && begun > scan->begun[n] && stands(scan, kind, one, begun, end)) {
            if (scan->begun[n] < 0)
                scan->found[scan->founds++] = n;
            scan->begun[n] = begun;
        }
        n = c < LIMIT ? one->next : n - 1;
    }
}

/* Whether a line ends as that of an image with a number: ``Ảnh 12.``, ``- 1`` */
INLINE int is_numbered(const Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end)
{
    if (end - start > IMAGE)
        return 0;
    if (start < end - NUMBERED)
        start = end - NUMBERED;
    if (end > start && KEY(end - 1) == '.')
        end--;
    while (end > start && IS_SPACE(KEY(end - 1)))
        end--;
    int digits = 0;
    while (end > start && digits < 2 && Py_UNICODE_ISDECIMAL(KEY(end - 1)))
        end--, digits++;
    return digits && end > start && (IS_SPACE(KEY(end - 1)) || KEY(end - 1) == '-' || KEY(end - 1) == 0x2013);
}

INLINE int restarts(const Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end)
{
    const char *first = (char *)scan->key + start * kind, *last = (char *)scan->key + (end - TAIL) * kind;
    uint64_t begins, here; /* the first eight bytes: for speed */
    memcpy(&begins, first, sizeof begins);
    for (const char *at = first + TAIL * kind; at <= last; at += kind) {
        memcpy(&here, at, sizeof here);
        if (here == begins && !memcmp(at, first, TAIL * kind))
            return 1;
    }
    return 0;
}

#define IS(class, i) ((i) < end && CLASS(TEXT(i)) & (class))
#define IS_DASH(i) (TEXT(i) == '-' || TEXT(i) == 0x2013)

/* Where the next word begins behind the one at `at`, or `end`. */
INLINE Py_ssize_t word_behind(const Scan *scan, int kind, Py_ssize_t at, Py_ssize_t end)
{
    while (at < end && !IS_SPACE(TEXT(at)))
        at++;
    return at < end && TEXT(at) == ' ' ? at + 1 : end;
}

/* Whether words as those of a byline begin at `at`, and the next sentence behind them: three words with a
   capital, or initials and one; a dash may stand between, or a note in brackets. */
INLINE int signs(const Scan *scan, int kind, Py_ssize_t at, Py_ssize_t end)
{
    int initials = IS(UPPER, at) && at + 2 < end
                   && (TEXT(at + 1) == '.' || (IS(UPPER, at + 1) && TEXT(at + 2) == '.'));
    if (!initials && !(IS(UPPER, at) && IS(LOWER, at + 1)))
        return 0;
    for (int words = initials ? 1 : 2; words; words--) {
        at = word_behind(scan, kind, at, end);
        if (at + 1 < end && IS_DASH(at) && TEXT(at + 1) == ' ')
            at += 2;
        else if (at + 1 < end && TEXT(at) == '(' && !IS_SPACE(TEXT(at + 1))) {
            at = word_behind(scan, kind, at, end);
            if (at < end && !IS(UPPER, at)) {
                at = word_behind(scan, kind, at, end);
                if (at < end && TEXT(at - 2) != ')')
                    return 0;
            }
        }
        if (!IS(UPPER, at))
            return 0;
    }
    return 1;
}

/* Whether a byline may stand between two sentences of a line. */
INLINE int is_signed(const Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end)
{
    for (Py_ssize_t i = start; i + 2 < end; i++) {
        if (TEXT(i + 1) != ' ')
            continue;
        Py_UCS4 c = TEXT(i);
        if ((c == '.' || c == '!' || c == '"' || c == 0x2026 || c == 0x201D) && signs(scan, kind, i + 2, end))
            return 1;
    }
    return 0;
}

/* Whether a line has signs or capitals enough for a menu, and nothing that no menu has. */
INLINE int may_be_row(const Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end)
{
    int signs = 0, capitals = 0;
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 c = TEXT(i);
        switch (c) {
        case ',': case ';': case ':': case '!': case '?': case '"': case '(': case '<': case '>':
        case 0x201C: case 0x203A: case 0xBB:
            return 0;
        case '|': case 0x2022: case 0xB7:
            signs++;
            break;
        default:
            capitals += CLASS(c) & UPPER || Py_UNICODE_ISDECIMAL(c);
        }
    }
    return signs || capitals >= ROW_NAMES;
}

/* What one line shows; false without memory. */
INLINE int add_line(Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end, int gap)
{
    const Scanner *of = scan->of;
    if (scan->lines == scan->room && !grown((void **)&scan->bounds, &scan->room, sizeof(Bounds)))
        return 0;
    if (scan->lines)
        scan->gaps[gap]++;
    scan->bounds[scan->lines] = (Bounds){start, end, scan->lines ? gap : 0};
    Py_ssize_t free = start;
    for (Py_ssize_t n = 0; n < scan->marks; n++) {
        Py_ssize_t i = scan->marked[n];
        int node;
        if (i < start || i >= end)
            continue;
        words_at(scan, kind, i, start, end);
        if (i >= free && (node = child_of(&of->printed, 0, TEXT(i)))) {
            Py_ssize_t to = printed_to(scan, kind, node, i, end);
            if (to) {
                free = to;
                if (!append(scan->phrases, Py_BuildValue("nn", i, to)))
                    return 0;
            }
        }
    }
    Py_ssize_t lone = start;
    while (lone < end && KEY(lone) != ' ')
        lone++;
    while (scan->founds) {
        Py_ssize_t i = scan->found[--scan->founds], begun = scan->begun[i];
        const Asked *one = &of->asked[i];
        scan->begun[i] = -1;
        if (!one->reach || (one->whole ? end - start <= one->reach : begun >= end - one->reach))
            scan->seen[i] = scan->lines;
    }
    if (is_headed(scan, kind, start, end) && !append(scan->heads, PyLong_FromSsize_t(scan->lines)))
        return 0;
    Py_UCS4 first = TEXT(start), last = KEY(end - 1);
    scan->brackets += last == ')';
    scan->traits |= (lone == end ? LONE_WORD : 0) | (Py_UNICODE_ISLOWER(first) ? SMALL : 0)
                    | (Py_UNICODE_ISDIGIT(first) ? DIGIT : 0)
                    | (is_numbered(scan, kind, start, end) ? NUMBER : 0);
    if (last == 0x2026 || (last == '.' && end - start > 2 && KEY(end - 2) == '.' && KEY(end - 3) == '.'))
        scan->traits |= DOTS;
    if (end - start >= BULKY && !(scan->traits & RESTARTS) && restarts(scan, kind, start, end))
        scan->traits |= RESTARTS;
    if (scan->lines < HEADS && end - start <= ROW && last != '.' && may_be_row(scan, kind, start, end))
        scan->traits |= ROWS;
    scan->shorts += end - start <= NAMES;
    scan->lines++;
    return 1;
}

enum { FAILED, UNKNOWN, DONE };

/* Fold the text up to the end of its line, and mark what is to be looked at. */
INLINE int fold_line(Scan *scan, int kind, Py_ssize_t *end)
{
    const Scanner *of = scan->of;
    Py_ssize_t at = *end;
    Py_UCS4 low = '\n', before;
    for (scan->marks = 0; at < scan->size; at++) {
        Py_UCS4 c = TEXT(at);
        int class;
        before = low;
        if (c < LIMIT)
            low = of->letters[c].fold, class = of->letters[c].classes & LOOK;
        else
            low = Py_UNICODE_TOLOWER(c), class = ODD | ANCHOR;
        PyUnicode_WRITE(kind, scan->key, at, low);
        if (!class)
            continue;
        if (c == '\n')
            break;
        if (class & SPECIAL || (kind == PyUnicode_2BYTE_KIND && low > 0xFFFF))
            return UNKNOWN;
        if (class & ODD) {
            if (scan->odds == scan->odds_room
                && !grown((void **)&scan->odd, &scan->odds_room, sizeof(Py_UCS4)))
                return FAILED;
            scan->odd[scan->odds++] = c;
        }
        if (class & ANCHOR && low < LIMIT && !(of->before[low] & BIT(before)))
            class &= ~ANCHOR;
        if (class & (PRINTS | ANCHOR)) {
            if (scan->marks == scan->marks_room
                && !grown((void **)&scan->marked, &scan->marks_room, sizeof(Py_ssize_t)))
                return FAILED;
            scan->marked[scan->marks++] = at;
        }
    }
    *end = at;
    return DONE;
}

/* Go through the lines of the text. */
INLINE int scan_lines(Scan *scan, int kind)
{
    Py_ssize_t at = 0;
    int gap = 0;
    while (at <= scan->size) {
        Py_ssize_t start = at, end = at;
        int done = fold_line(scan, kind, &end);
        if (done != DONE)
            return done;
        at = end + 1;
        while (start < end && IS_SPACE(TEXT(start)))
            start++;
        while (end > start && IS_SPACE(TEXT(end - 1)))
            end--;
        if (start < end && !add_line(scan, kind, start, end, gap))
            return FAILED;
        gap = start < end ? 1 : 2;
    }
    return DONE;
}

/* The beginning of the first word of a line, as `textkey.tone` spells it; its length, or 0. */
INLINE int lead_of(const Scan *scan, int kind, Bounds line, Py_UCS4 *lead)
{
    Py_UCS4 head[HEAD];
    int size = 0, at = 0, length = 0;
    for (Py_ssize_t i = line.start; i < line.end && size < HEAD; i++)
        head[size++] = KEY(i);
    for (int i = 0; i + 1 < size; i++)
        for (int t = 0; head[i] > 0x7F && t < scan->of->toned; t++) {
            const Py_UCS4 *tone = scan->of->tones[t];
            if (head[i] == tone[0] && head[i + 1] == tone[1]) {
                head[i] = tone[2], head[i + 1] = tone[3];
                i++;
                break;
            }
        }
    while (at < size && at < SKIPPED && !(CLASS(head[at]) & WORD))
        at++;
    while (at < size && length < LEAD && CLASS(head[at]) & WORD)
        lead[length++] = head[at++];
    return length;
}

/* Whether two lines end in the same characters, quotes and stops aside. */
INLINE int twins(const Scan *scan, int kind)
{
    Py_ssize_t slots = 8, *table;
    while (slots < 2 * scan->lines)
        slots *= 2;
    if (!(table = PyMem_Calloc(slots, 3 * sizeof(Py_ssize_t))))
        return PyErr_NoMemory() ? -1 : -1;
    int found = 0;
    for (Py_ssize_t n = 0; n < scan->lines && !found; n++) {
        Py_ssize_t start = scan->bounds[n].start, end = scan->bounds[n].end;
        while (end > start && CLASS(KEY(end - 1)) & STOP)
            end--;
        if (start < end - TAIL)
            start = end - TAIL;
        size_t hash = 0;
        for (Py_ssize_t i = start; i < end; i++)
            hash = hash * 1000003 ^ KEY(i);
        hash ^= hash >> 15;
        for (Py_ssize_t slot = hash & (slots - 1);; slot = (slot + 1) & (slots - 1)) {
            Py_ssize_t *entry = table + 3 * slot;
            if (!entry[0]) {
                entry[0] = 1, entry[1] = start, entry[2] = end;
                break;
            }
            if (entry[2] - entry[1] == end - start
                && !memcmp((char *)scan->key + entry[1] * kind, (char *)scan->key + start * kind,
                           (end - start) * kind)) {
                found = 1;
                break;
            }
        }
    }
    PyMem_Free(table);
    return found;
}

/* Whether one of the first lines, short or behind a mark, begins as another does; not told where a line
   has no word. `leads` has `LEAD` letters for each line. */
INLINE int is_echoed(const Scan *scan, int kind, const Py_UCS4 *leads)
{
    for (Py_ssize_t n = 0; n < scan->lines; n++)
        if (!leads[n * LEAD])
            return scan->lines > 1;
    for (Py_ssize_t head = 0; head < scan->lines && head < HEADS; head++) {
        Bounds line = scan->bounds[head];
        if (line.end - line.start > HEADLINE && Py_UNICODE_ISALNUM(TEXT(line.start)))
            continue;
        for (Py_ssize_t n = 0; n < scan->lines; n++)
            if (n != head && !memcmp(leads + n * LEAD, leads + head * LEAD, LEAD * sizeof(Py_UCS4)))
                return 1;
    }
    return 0;
}

/* Fill `lines`, `sizes` and `leads`, and write the ends of lines into `firsts` and `lasts`, the beginnings
   of their first words into `begun`, `LEAD` letters each. */
INLINE int list_lines(const Scan *scan, int kind, PyObject *lines, PyObject *sizes, PyObject *leads,
                      Py_UCS4 *firsts, Py_UCS4 *lasts, Py_UCS4 *begun)
{
    for (Py_ssize_t n = 0; n < scan->lines; n++) {
        Py_UCS4 *lead = begun + n * LEAD;
        Bounds line = scan->bounds[n];
        PyObject *bounds = Py_BuildValue("nni", line.start, line.end, line.gap);
        PyObject *size = PyLong_FromSsize_t(line.end - line.start);
        if (bounds)
            PyList_SET_ITEM(lines, n, bounds);
        if (size)
            PyList_SET_ITEM(sizes, n, size);
        int length = lead_of(scan, kind, line, lead);
        memset(lead + length, 0, (LEAD - length) * sizeof(Py_UCS4));
        if (!bounds || !size
            || (length
                && !append(leads, PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, lead, length))))
            return 0;
        firsts[n] = TEXT(line.start);
        lasts[n] = TEXT(line.end - 1);
    }
    return 1;
}

INLINE PyObject *told(Scan *scan, int kind)
{
    PyObject *result = NULL, *odd = NULL, *key = NULL, *lines = NULL, *sizes = NULL, *leads = NULL;
    PyObject *spelled = NULL;
    Py_UCS4 *edges = NULL;
    int done = scan_lines(scan, kind);
    if (done == UNKNOWN)
        Py_RETURN_NONE;
    if (done == FAILED
        || !(odd = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, scan->odd, scan->odds))
        || !(key = PyUnicode_FromKindAndData(kind, scan->key, scan->size))
        || !(lines = PyList_New(scan->lines)) || !(sizes = PyList_New(scan->lines))
        || !(leads = PyList_New(0)) || !(spelled = PyList_New(0)))
        goto end;
    if (!(edges = PyMem_New(Py_UCS4, (2 + LEAD) * scan->lines + 1))) {
        PyErr_NoMemory();
        goto end;
    }
    Py_ssize_t n = scan->lines;
    Py_UCS4 *lasts = edges + n, *begun = lasts + n;
    if (!list_lines(scan, kind, lines, sizes, leads, edges, lasts, begun))
        goto end;
    for (Py_ssize_t i = 0; i < scan->of->count; i++) {
        const Asked *one = &scan->of->asked[i];
        if (scan->seen[i] >= (one->last && one->last < scan->lines ? scan->lines - one->last : 0)
            && PyList_Append(spelled, one->asked))
            goto end;
    }
    int same = twins(scan, kind);
    if (same < 0)
        goto end;
    if (n && n <= FLAT) {
        Bounds line = scan->bounds[n - 1];
        Py_ssize_t half = (line.end - line.start) / 2;
        half = line.start + (half > ARTICLE ? half : ARTICLE);
        scan->traits |= is_signed(scan, kind, half - BYLINE, line.end) ? SIGNED : 0;
    }
    scan->traits |= (is_echoed(scan, kind, begun) ? ECHOED : 0);
    scan->traits |= (same ? TWINS : 0) | (scan->gaps[1] && scan->gaps[2] ? MIXED : 0)
                    | (n > 3 && scan->bounds[n - 1].gap > 1 ? APART : 0) | (n <= FLAT ? FEW : 0)
                    | (scan->brackets > 1 ? BRACKETED : 0);
    result = Py_BuildValue(
        "OOOOOONNOOii", odd, key, lines, scan->heads, scan->phrases, spelled,
        PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, edges, n),
        PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, lasts, n), leads, sizes, scan->traits, scan->shorts);
end:
    PyMem_Free(edges);
    Py_XDECREF(odd), Py_XDECREF(key), Py_XDECREF(lines), Py_XDECREF(sizes), Py_XDECREF(leads);
    Py_XDECREF(spelled);
    return result;
}

static PyObject *told_1(Scan *scan) { return told(scan, PyUnicode_1BYTE_KIND); }
static PyObject *told_2(Scan *scan) { return told(scan, PyUnicode_2BYTE_KIND); }
static PyObject *told_4(Scan *scan) { return told(scan, PyUnicode_4BYTE_KIND); }

static PyObject *scanner_call(Scanner *self, PyObject *args, PyObject *kwargs)
{
    PyObject *text, *result = NULL;
    if (!PyArg_ParseTuple(args, "U", &text))
        return NULL;
    Scan scan = {.of = self, .kind = PyUnicode_KIND(text), .text = PyUnicode_DATA(text),
                 .size = PyUnicode_GET_LENGTH(text)};
    scan.key = PyMem_Malloc(scan.size * scan.kind + 1);
    scan.begun = PyMem_New(Py_ssize_t, 3 * self->count + 1);
    scan.heads = PyList_New(0), scan.phrases = PyList_New(0);
    if (!scan.key || !scan.begun || !scan.heads || !scan.phrases)
        PyErr_NoMemory();
    else {
        scan.seen = scan.begun + self->count, scan.found = scan.seen + self->count;
        for (Py_ssize_t i = 0; i < self->count; i++)
            scan.begun[i] = scan.seen[i] = -1;
        result = scan.kind == 1 ? told_1(&scan) : scan.kind == 2 ? told_2(&scan) : told_4(&scan);
    }
    PyMem_Free(scan.key), PyMem_Free(scan.begun), PyMem_Free(scan.bounds);
    PyMem_Free(scan.marked), PyMem_Free(scan.odd);
    Py_XDECREF(scan.heads), Py_XDECREF(scan.phrases);
    return result;
}

static PyType_Slot slots[] = {{Py_tp_new, scanner_new},
                              {Py_tp_dealloc, scanner_dealloc},
                              {Py_tp_call, scanner_call},
                              {0, NULL}};
static PyType_Spec spec = {"vnnews_clean._scan.Scanner", sizeof(Scanner), 0, Py_TPFLAGS_DEFAULT, slots};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_scan", NULL, -1};

PyMODINIT_FUNC PyInit__scan(void)
{
    PyObject *made = PyModule_Create(&module), *type = made ? PyType_FromSpec(&spec) : NULL;
    if (!type || PyModule_AddIntConstant(made, "PROTOCOL", PROTOCOL) < 0
        || PyModule_AddObject(made, "Scanner", type) < 0) {
        Py_XDECREF(type);
        Py_CLEAR(made);
    }
    return made;
}
