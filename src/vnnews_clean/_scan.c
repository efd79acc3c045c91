/* The scan of `scan.py`, compiled: one pass over a text. `pure.py` says what everything means, and gives
   the same. What this does not know (a capital sigma, whose small letter depends on what stands beside
   it) it leaves to that: it returns None. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>

#define LIMIT 0x2100 /* code points with classes of their own; all letters of Vietnamese are below */
#define SIGMA 0x3A3
#define DOTTED_I 0x130 /* lowers to two letters, so it stays */
#define NBSP 0xA0
#define MARKS 4    /* characters of a bullet, at most */
#define SHORT 40   /* characters from which on nobody leaves the diacritics out */
#define TAIL 60    /* characters by which ends of lines are compared */
#define BULKY 400  /* characters from which on a line may hold an article twice */
#define SKIPPED 11 /* characters in front of the first word */
#define LEAD 4     /* characters of it */
#define HEAD 16    /* characters of a line in which it is looked for */
#define NUMBERED 10

enum { ODD = 1, SPACE = 2, WORD = 4, LOWER = 8, STOP = 16, QUOTE = 32, PRINTS = 64,
       SPELLS = 128 }; /* the last two: a phrase is printed, or a word spelled, from here on */
enum { TWINS = 1, MIXED = 2, APART = 4, FEW = 8, LONE_WORD = 16, SMALL = 32, DIGIT = 64, DOTS = 128,
       NUMBER = 256, BRACKETED = 512, RESTARTS = 1024 };

typedef struct { Py_UCS4 ch; int child, sibling, value; } Node;
typedef struct { Node *nodes; int count, room; int root[LIMIT]; } Trie;
typedef struct { int word; Py_ssize_t reach, last; int whole; PyObject *asked; } Asked;
typedef struct {
    PyObject_HEAD
    Py_UCS2 fold[LIMIT];
    unsigned char classes[LIMIT];
    Trie heads, printed, words;
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

static int add_word(Trie *trie, PyObject *word, int value)
{
    int at = 0;
    if (!PyUnicode_Check(word) || !PyUnicode_GET_LENGTH(word)) {
        PyErr_SetString(PyExc_ValueError, "a word is a str that is not empty");
        return -1;
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
                    return -1;
                }
                trie->nodes = nodes;
                trie->room = room;
                if (!trie->count)
                    trie->nodes[trie->count++] = (Node){0, 0, 0, -1};
            }
            next = trie->count++;
            int *first = at || c >= LIMIT ? &trie->nodes[at].child : &trie->root[c];
            trie->nodes[next] = (Node){c, 0, *first, -1};
            *first = next;
        }
        at = next;
    }
    if (trie->nodes[at].value < 0)
        trie->nodes[at].value = value;
    return trie->nodes[at].value;
}

static int add_words(Trie *trie, PyObject *words)
{
    PyObject *list = PySequence_Fast(words, "words are a sequence");
    int done = list != NULL;
    for (Py_ssize_t i = 0; done && i < PySequence_Fast_GET_SIZE(list); i++)
        done = add_word(trie, PySequence_Fast_GET_ITEM(list, i), 0) >= 0;
    Py_XDECREF(list);
    return done;
}

/* Making and unmaking */

static void mark(Scanner *self, PyObject *characters, int bit)
{
    for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(characters); i++) {
        Py_UCS4 c = PyUnicode_READ_CHAR(characters, i);
        if (c < LIMIT)
            self->classes[c] |= bit;
    }
}

static PyObject *scanner_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *odd, *lower, *stops, *quotes, *tones, *heads, *printed, *asked;
    if (!PyArg_ParseTuple(args, "UUUUO!OOO!", &odd, &lower, &stops, &quotes, &PyList_Type, &tones,
                          &heads, &printed, &PyList_Type, &asked))
        return NULL;
    Scanner *self = (Scanner *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    for (Py_UCS4 c = 0; c < LIMIT; c++) {
        self->fold[c] = c == NBSP ? ' ' : c == DOTTED_I ? c : (Py_UCS2)Py_UNICODE_TOLOWER(c);
        self->classes[c] = (Py_UNICODE_ISSPACE(c) ? SPACE : 0)
                           | (Py_UNICODE_ISALNUM(c) || c == '_' ? WORD : 0);
    }
    mark(self, odd, ODD), mark(self, lower, LOWER), mark(self, stops, STOP), mark(self, quotes, QUOTE);
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
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(asked); i++) {
        PyObject *words;
        Asked *one = &self->asked[i];
        if (!PyArg_ParseTuple(PyList_GET_ITEM(asked, i), "UnnpO", &words, &one->reach, &one->last,
                              &one->whole, &one->asked)) {
            Py_DECREF(self);
            return NULL;
        }
        Py_INCREF(one->asked);
        self->count = i + 1;
        if ((one->word = add_word(&self->words, words, (int)i)) < 0) {
            Py_DECREF(self);
            return NULL;
        }
    }
    if (!add_words(&self->heads, heads) || !add_words(&self->printed, printed)) {
        Py_DECREF(self);
        return NULL;
    }
    for (Py_UCS4 c = 0; c < LIMIT; c++)
        self->classes[c] |= (self->printed.root[c] ? PRINTS : 0)
                            | (child_of(&self->words, 0, self->fold[c]) ? SPELLS : 0);
    return (PyObject *)self;
}

static void scanner_dealloc(Scanner *self)
{
    PyTypeObject *type = Py_TYPE(self);
    for (Py_ssize_t i = 0; i < self->count; i++)
        Py_XDECREF(self->asked[i].asked);
    PyMem_Free(self->asked);
    PyMem_Free(self->heads.nodes), PyMem_Free(self->printed.nodes), PyMem_Free(self->words.nodes);
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
    Py_ssize_t size, lines, room;
    Bounds *bounds;
    Py_ssize_t *begun, *seen; /* of words: where the last one began, and the last line that counts */
    PyObject *heads, *phrases;
    int traits, brackets, gaps[3];
} Scan;

#define TEXT(i) PyUnicode_READ(kind, scan->text, i)
#define KEY(i) PyUnicode_READ(kind, scan->key, i)
#define CLASS(c) ((c) < LIMIT ? scan->of->classes[c] : classes_of(c))
#define IS_SPACE(c) (CLASS(c) & SPACE)
#define INLINE static inline __attribute__((always_inline))

static int classes_of(Py_UCS4 c)
{
    return ODD | (Py_UNICODE_ISSPACE(c) ? SPACE : 0) | (Py_UNICODE_ISALNUM(c) ? WORD : 0);
}

static int append(PyObject *list, PyObject *item)
{
    int done = item && PyList_Append(list, item) == 0;
    Py_XDECREF(item);
    return done;
}

/* Whether a phrase begins at `at`. */
INLINE int begins(const Scan *scan, int kind, Py_ssize_t at, Py_ssize_t end)
{
    const Trie *trie = &scan->of->heads;
    int node = 0;
    while (at < end && trie->count && (node = child_of(trie, node, KEY(at++))))
        if (trie->nodes[node].value >= 0)
            return 1;
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
        if (trie->nodes[node].value >= 0 && (at >= scan->size || !(CLASS(TEXT(at)) & LOWER)))
            found = at;
        if (at >= end || !(node = child_of(trie, node, TEXT(at))))
            return found;
    }
}

INLINE void words_from(Scan *scan, int kind, int node, Py_ssize_t at, Py_ssize_t end)
{
    const Trie *trie = &scan->of->words;
    Py_ssize_t start = at;
    do
        if (trie->nodes[node].value >= 0)
            scan->begun[trie->nodes[node].value] = start;
    while (++at < end && (node = child_of(trie, node, KEY(at))));
}

/* Whether a line ends as the caption of an image with a number: ``nh 12.`` */
INLINE int is_numbered(const Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end)
{
    if (start < end - NUMBERED)
        start = end - NUMBERED;
    if (end > start && KEY(end - 1) == '.')
        end--;
    while (end > start && IS_SPACE(KEY(end - 1)))
        end--;
    int digits = 0, spaces = 0;
    while (end > start && digits < 2 && Py_UNICODE_ISDECIMAL(KEY(end - 1)))
        end--, digits++;
    while (end > start && IS_SPACE(KEY(end - 1)))
        end--, spaces++;
    return digits && spaces && end - start > 1 && KEY(end - 1) == 'h' && KEY(end - 2) == 'n';
}

INLINE int restarts(const Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end)
{
    for (Py_ssize_t at = start + TAIL; at + TAIL <= end; at++)
        if (KEY(at) == KEY(start) && KEY(at + TAIL - 1) == KEY(start + TAIL - 1)
            && !memcmp((char *)scan->key + at * kind, (char *)scan->key + start * kind, TAIL * kind))
            return 1;
    return 0;
}

/* What one line shows; false without memory. */
INLINE int add_line(Scan *scan, int kind, Py_ssize_t start, Py_ssize_t end, int gap)
{
    const Scanner *of = scan->of;
    if (scan->lines == scan->room) {
        Py_ssize_t room = scan->room ? 2 * scan->room : 64;
        Bounds *bounds = PyMem_Realloc(scan->bounds, room * sizeof(Bounds));
        if (!bounds)
            return PyErr_NoMemory() != NULL;
        scan->bounds = bounds, scan->room = room;
    }
    if (scan->lines)
        scan->gaps[gap]++;
    scan->bounds[scan->lines] = (Bounds){start, end, scan->lines ? gap : 0};
    int lone = 1;
    for (Py_ssize_t i = 0; i < of->count; i++)
        scan->begun[i] = -1;
    Py_ssize_t free = start;
    for (Py_ssize_t i = start; i < end; i++) {
        Py_UCS4 c = TEXT(i);
        int node, class = c < LIMIT ? of->classes[c] : PRINTS | SPELLS;
        lone &= c != ' ' && c != NBSP;
        if (!(class & (PRINTS | SPELLS)))
            continue;
        if (class & PRINTS && i >= free && (node = child_of(&of->printed, 0, c))) {
            Py_ssize_t to = printed_to(scan, kind, node, i, end);
            if (to) {
                free = to;
                if (!append(scan->phrases, Py_BuildValue("nn", i, to)))
                    return 0;
            }
        }
        if (class & SPELLS && (node = child_of(&of->words, 0, KEY(i))))
            words_from(scan, kind, node, i, end);
    }
    for (Py_ssize_t i = 0; i < of->count; i++) {
        const Asked *one = &of->asked[i];
        Py_ssize_t begun = scan->begun[one->word];
        if (begun < 0)
            continue;
        if (!one->reach || (one->whole ? end - start <= one->reach : begun >= end - one->reach))
            scan->seen[i] = scan->lines;
    }
    if (is_headed(scan, kind, start, end) && !append(scan->heads, PyLong_FromSsize_t(scan->lines)))
        return 0;
    Py_UCS4 first = TEXT(start), last = KEY(end - 1);
    scan->brackets += last == ')';
    scan->traits |= (lone ? LONE_WORD : 0) | (Py_UNICODE_ISLOWER(first) ? SMALL : 0)
                    | (Py_UNICODE_ISDIGIT(first) ? DIGIT : 0)
                    | (is_numbered(scan, kind, start, end) ? NUMBER : 0);
    if (last == 0x2026 || (last == '.' && end - start > 2 && KEY(end - 2) == '.' && KEY(end - 3) == '.'))
        scan->traits |= DOTS;
    if (end - start >= BULKY && !(scan->traits & RESTARTS) && restarts(scan, kind, start, end))
        scan->traits |= RESTARTS;
    scan->lines++;
    return 1;
}

/* Fold the text, and go through its lines; false without memory. */
INLINE int scan_lines(Scan *scan, int kind)
{
    Py_ssize_t at = 0;
    int gap = 0;
    while (at <= scan->size) {
        Py_ssize_t start = at, end = at;
        while (end < scan->size && TEXT(end) != '\n')
            end++;
        at = end + 1;
        while (start < end && IS_SPACE(TEXT(start)))
            start++;
        while (end > start && IS_SPACE(TEXT(end - 1)))
            end--;
        if (start == end)
            gap = 2;
        else if (!add_line(scan, kind, start, end, gap))
            return 0;
        else
            gap = 1;
    }
    return 1;
}

/* Write the key; returns the number of odd characters, or -1 for a text that is none of ours. */
INLINE Py_ssize_t fold(Scan *scan, int kind)
{
    Py_ssize_t odd = 0;
    for (Py_ssize_t i = 0; i < scan->size; i++) {
        Py_UCS4 c = TEXT(i), low;
        if (c < LIMIT) {
            low = scan->of->fold[c];
            odd += scan->of->classes[c] & ODD;
            if (c == SIGMA)
                return -1;
        } else {
            low = Py_UNICODE_TOLOWER(c);
            odd++;
            if (kind == PyUnicode_2BYTE_KIND && low > 0xFFFF)
                return -1;
        }
        PyUnicode_WRITE(kind, scan->key, i, low);
    }
    return odd;
}

INLINE PyObject *odd_of(const Scan *scan, int kind, Py_ssize_t count)
{
    Py_UCS4 *found = PyMem_New(Py_UCS4, count + 1);
    if (!found)
        return PyErr_NoMemory();
    Py_ssize_t n = 0;
    for (Py_ssize_t i = 0; n < count && i < scan->size; i++)
        if (CLASS(TEXT(i)) & ODD)
            found[n++] = TEXT(i);
    PyObject *odd = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, found, n);
    PyMem_Free(found);
    return odd;
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

/* Fill `lines`, `sizes` and `leads`, and write the ends of lines into `firsts` and `lasts`. */
INLINE int list_lines(const Scan *scan, int kind, PyObject *lines, PyObject *sizes, PyObject *leads,
                      Py_UCS4 *firsts, Py_UCS4 *lasts)
{
    Py_UCS4 lead[LEAD];
    for (Py_ssize_t n = 0; n < scan->lines; n++) {
        Bounds line = scan->bounds[n];
        PyObject *bounds = Py_BuildValue("nni", line.start, line.end, line.gap);
        PyObject *size = PyLong_FromSsize_t(line.end - line.start);
        if (bounds)
            PyList_SET_ITEM(lines, n, bounds);
        if (size)
            PyList_SET_ITEM(sizes, n, size);
        int length = lead_of(scan, kind, line, lead);
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
    Py_ssize_t odds = fold(scan, kind);
    if (odds < 0)
        Py_RETURN_NONE;
    if (!scan_lines(scan, kind) || !(odd = odd_of(scan, kind, odds))
        || !(key = PyUnicode_FromKindAndData(kind, scan->key, scan->size))
        || !(lines = PyList_New(scan->lines)) || !(sizes = PyList_New(scan->lines))
        || !(leads = PyList_New(0)) || !(spelled = PyList_New(0)))
        goto done;
    if (!(edges = PyMem_New(Py_UCS4, 2 * scan->lines + 1))) {
        PyErr_NoMemory();
        goto done;
    }
    if (!list_lines(scan, kind, lines, sizes, leads, edges, edges + scan->lines))
        goto done;
    for (Py_ssize_t i = 0; i < scan->of->count; i++) {
        const Asked *one = &scan->of->asked[i];
        if (scan->seen[i] >= (one->last && one->last < scan->lines ? scan->lines - one->last : 0)
            && PyList_Append(spelled, one->asked))
            goto done;
    }
    int same = twins(scan, kind);
    if (same < 0)
        goto done;
    Py_ssize_t n = scan->lines;
    scan->traits |= (same ? TWINS : 0) | (scan->gaps[1] && scan->gaps[2] ? MIXED : 0)
                    | (n > 3 && scan->bounds[n - 1].gap > 1 ? APART : 0) | (n < 5 ? FEW : 0)
                    | (scan->brackets > 1 ? BRACKETED : 0);
    result = Py_BuildValue(
        "OOOOOONNOOi", odd, key, lines, scan->heads, scan->phrases, spelled,
        PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, edges, n),
        PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, edges + n, n), leads, sizes, scan->traits);
done:
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
    scan.begun = PyMem_New(Py_ssize_t, 2 * self->count + 1);
    scan.heads = PyList_New(0), scan.phrases = PyList_New(0);
    if (!scan.key || !scan.begun || !scan.heads || !scan.phrases)
        PyErr_NoMemory();
    else {
        scan.seen = scan.begun + self->count;
        for (Py_ssize_t i = 0; i < self->count; i++)
            scan.seen[i] = -1;
        result = scan.kind == 1 ? told_1(&scan) : scan.kind == 2 ? told_2(&scan) : told_4(&scan);
    }
    PyMem_Free(scan.key), PyMem_Free(scan.begun), PyMem_Free(scan.bounds);
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
    if (!type || PyModule_AddObject(made, "Scanner", type) < 0) {
        Py_XDECREF(type);
        Py_CLEAR(made);
    }
    return made;
}
