// Attributes in templates are those of each instantiation.
// RUN: %not %judge
// RUN: %not %mp-rewrite --check --explain %s -- 2>/dev/null | %check --check-prefix=EXPLAIN

template <int Chunk, class T> void numbers(T *p, int n) {
  // CHECK: [[#@LINE+3]]:36: error: 'mp::chunk' must be at least 1 and at most 2147483647, not 0 [mp-attribute]
  // CHECK: templates.cpp:[[#@LINE-2]]:36: note: in instantiation 'numbers<0, int>'
  // EXPLAIN: templates.cpp:[[#@LINE+1]]: loop in 'numbers': refused
  [[mp::parallel_map]] [[mp::chunk(Chunk)]] for (int i = 0; i < n; ++i) p[i] = T(i);
}
template void numbers<2>(long *, int);
template void numbers<0>(int *, int);

template <int Chunk, class T> void different(T *p, int n) {
  // CHECK: [[#@LINE+4]]:45: error: instantiations of this loop would have to be rewritten in different ways [mp-template]
  // CHECK: templates.cpp:[[#@LINE-2]]:36: note: 'different<2, long>' needs 'chunk(2)};'
  // CHECK: templates.cpp:[[#@LINE-3]]:36: note: 'different<3, long>' needs 'chunk(3)};'
  // EXPLAIN: templates.cpp:[[#@LINE+1]]: loop in 'different': refused
  [[mp::parallel_map]] [[mp::chunk(Chunk)]] for (int i = 0; i < n; ++i) p[i] = T(i);
}
template void different<2>(long *, int);
template void different<3>(long *, int);

template <class T> void never(T *p, int n) {
  // CHECK: [[#@LINE+2]]:3: error: this loop is in a template of which no instantiation is seen in this file, so there is nothing to judge [mp-template]
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    p[i] = T(i);
}

template <class T> struct Class {
  T buffer[4];
  template <class U> void method(U *p, int n) {
    // EXPLAIN: templates.cpp:[[#@LINE+2]]: loop in 'Class::method': accepted
    [[using mp: parallel_map, scratch(buffer)]]
    for (int i = 0; i < n; ++i)
      p[i] = U(i);
  }
  friend void befriended(Class &, T *p, int n) {
    // EXPLAIN: templates.cpp:[[#@LINE+2]]: loop in 'befriended': accepted
    [[mp::parallel_map]]
    for (int i = 0; i < n; ++i)
      p[i] = T(i);
  }
};

void uses(int *p, double *q, int n) {
  Class<int> c;
  c.method(p, n);
  c.method(q, n);
  befriended(c, p, n);
  auto generic = [](auto *r, int m) {
    // EXPLAIN: templates.cpp:[[#@LINE+2]]: loop in 'lambda in uses': accepted
    [[mp::parallel_map]]
    for (int i = 0; i < m; ++i)
      r[i] = i;
  };
  generic(p, n);
  generic(q, n);
}
