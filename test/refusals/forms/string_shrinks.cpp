// strlen of a buffer that the body shortens.
#include <cstring>

void f(char *text) {
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < std::strlen(text); ++i) // expect-note?
    if (text[i] == '#')
      text[i] = '\0'; // expect-error {{mp-loop-changed|mp-loop-form}}: text
}
