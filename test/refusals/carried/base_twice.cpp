// A base that is there twice: members of one are not those of the other.
struct Base {
  int x = 3;
};
struct Left : Base {};
struct Right : Base {};
struct Both : Left, Right {};

void f(Both &b, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 9; i++) {
    b.Left::x = i; // expect-note
    out[i] = b.Right::x; // expect-error {{mp-carried}}
    b.Right::x = i * 2;
  }
}
