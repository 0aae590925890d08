// wordindex: says what each file of a directory tree is about.
//
//     wordindex [DIRECTORY [MAXIMUM-OF-FILES]]      default: /usr/include, all
//
// Prints a line per file, in the order of the files' names: lines, words,
// distinct words, and the words it uses most. Then totals, and the keywords
// that most files share.
//
// The scanner is of the kind that has been in use for thirty years: everything
// it knows is in file-scope buffers, and strtok keeps its place in a static of
// the C library. Threads would overwrite one another's line, word and table.

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#define MAX_LINE 2048
#define MAX_WORD 32
#define TABLE_SIZE 4096 /* a power of two */
#define KEYWORDS 5
#define DELIMITERS " \t\r\n.,:;!?\"'`()[]{}<>+-*/%=&|^~#@\\$"

struct entry {
  char word[MAX_WORD];
  long count;
};

static char line[MAX_LINE];
static char word[MAX_WORD];
static struct entry table[TABLE_SIZE];
static int entries;
static struct entry keyword[KEYWORDS];
static long lines;
static long words;

// Puts the word in lower case, as far as it fits.
static void fold(const char *token) {
  int i;

  memset(word, 0, sizeof word);
  for (i = 0; i < MAX_WORD - 1 && token[i] != '\0'; i++)
    word[i] = (char)tolower((unsigned char)token[i]);
}

// Counts the word in the table, which takes no more words when it is three
// quarters full.
static void count_word(void) {
  unsigned hash = 2166136261u;
  int i;

  for (i = 0; i < MAX_WORD && word[i] != '\0'; i++)
    hash = (hash ^ (unsigned char)word[i]) * 16777619u;
  i = (int)(hash % TABLE_SIZE);
  while (table[i].count != 0) {
    if (strcmp(table[i].word, word) == 0) {
      table[i].count++;
      return;
    }
    i = (i + 1) % TABLE_SIZE;
  }
  if (entries < TABLE_SIZE / 4 * 3) {
    memcpy(table[i].word, word, sizeof word);
    table[i].count = 1;
    entries++;
  }
}

// Whether the word says nothing about the file it stands in.
static int is_dull(const char *text) {
  static const char *const dull[] = {
      "bool",    "char",   "class",   "const",    "define",    "else",
      "endif",   "enum",   "extern",  "false",    "ifdef",     "ifndef",
      "include", "inline", "long",    "operator", "return",    "static",
      "struct",  "that",   "this",    "true",     "typedef",   "typename",
      "undef",   "union",  "using",   "void",     "namespace", "unsigned",
      "with",    "from",   "template"};
  std::size_t i;

  if (strlen(text) < 4)
    return 1;
  for (i = 0; i < sizeof dull / sizeof dull[0]; i++)
    if (strcmp(text, dull[i]) == 0)
      return 1;
  return 0;
}

// Picks the words from the table that are used most and are not dull.
static void pick_keywords(void) {
  int k, i, best;
  long most;

  for (k = 0; k < KEYWORDS; k++) {
    best = -1;
    most = 0;
    for (i = 0; i < TABLE_SIZE; i++) {
      if (table[i].count > most && !is_dull(table[i].word)) {
        best = i;
        most = table[i].count;
      }
    }
    if (best < 0)
      return;
    keyword[k] = table[best];
    table[best].count = 0;
  }
}

// Reads one file; returns 0 when it can't be opened.
static int scan_file(const char *name) {
  FILE *f;
  char *token;

  lines = 0;
  words = 0;
  entries = 0;
  memset(table, 0, sizeof table);
  memset(keyword, 0, sizeof keyword);
  memset(line, 0, sizeof line);
  memset(keyword, 0, sizeof keyword);
  f = fopen(name, "r");
  if (f == NULL)
    return 0;
  while (fgets(line, sizeof line, f) != NULL) {
    lines++;
    for (token = strtok(line, DELIMITERS); token != NULL;
         token = strtok(NULL, DELIMITERS)) {
      if (isdigit((unsigned char)token[0]))
        continue;
      words++;
      fold(token);
      count_word();
    }
  }
  fclose(f);
  pick_keywords();
  return 1;
}

static std::vector<std::string> list_files(const char *directory,
                                           std::size_t maximum) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;

  for (const fs::directory_entry &e : fs::recursive_directory_iterator(
           directory, fs::directory_options::skip_permission_denied))
    if (e.is_regular_file() && !e.is_symlink())
      files.push_back(e.path().string());
  std::sort(files.begin(), files.end());
  if (files.size() > maximum)
    files.resize(maximum);
  return files;
}

int main(int argc, char **argv) {
  const char *directory = argc > 1 ? argv[1] : "/usr/include";
  std::size_t maximum = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : -1;
  std::vector<std::string> files = list_files(directory, maximum);
  std::map<std::string, long> index;
  long total_lines = 0, total_words = 0;

  [[mp::parallel_map]]
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!scan_file(files[i].c_str())) {
      fprintf(stderr, "wordindex: can't open %s\n", files[i].c_str());
      continue;
    }
    printf("%7ld %8ld %5d  %-20s %s\n", lines, words, entries, keyword[0].word,
           files[i].c_str());
    total_lines += lines;
    total_words += words;
    for (int k = 0; k < KEYWORDS; k++)
      if (keyword[k].count > 0)
        index[keyword[k].word] += keyword[k].count;
  }

  printf("%7ld %8ld        in %zu files\n", total_lines, total_words,
         files.size());
  std::vector<std::pair<long, std::string>> order;
  for (const auto &[text, count] : index)
    order.emplace_back(-count, text);
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i < order.size() && i < 20; i++)
    printf("%8ld  %s\n", -order[i].first, order[i].second.c_str());
  return 0;
}
