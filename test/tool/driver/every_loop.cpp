// All loops are judged as if each were annotated, also inside of accepted ones;
// or those are rewritten that are accepted without a warning.
// RUN: %mp-rewrite --every-loop %s -- -std=c++17 > %t.out 2> %t.err
// RUN: %check --check-prefix=COUNT < %t.err
// RUN: %exits 1 grep . %t.out
// RUN: %mp-rewrite --annotate-all %s -- -std=c++17 2> %t.all | %check --check-prefix=TEXT
// RUN: %check --check-prefix=ALL < %t.all --implicit-check-not=error: --implicit-check-not=warning:
// RUN: %exits 2 %mp-rewrite --every-loop --annotate-all %s -- 2>&1 | %check --check-prefix=BOTH

int opaque(int x);

void table(double *out, int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < 8; ++j)
      out[i * 8 + j] = i * j;
}

void chain(double *out, int n) {
  for (int i = 1; i < n; ++i)
    out[i] = out[i - 1] * 2;
}

void warned(int (&out)[9]) {
  for (int i = 0; i < 9; ++i)
    out[i] = opaque(i);
}

// COUNT: every_loop.cpp:[[#@LINE-8]]:{{.*}}: warning: 'out' is carried
// COUNT: warning: {{.*}} [mp-opaque-call]
// COUNT: {{^}}4 loops: 3 accepted (1 with a warning), 1 refused: 1 mp-carried{{$}}

// TEXT: void table
// TEXT: mp_s = mp::parallel_map
// TEXT-NOT: {{mp::parallel_map[(]}}

// ALL: {{^}}4 loops: 3 accepted (1 with a warning), 1 refused: 1 mp-carried{{$}}
// BOTH: error: --every-loop only judges; to rewrite all loops that are accepted, --annotate-all
