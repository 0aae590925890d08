// Scratch behind pointers that stay where they are; the loop runs serially when
// one of them leads into the results or the inputs (through_pointer_overlaps.cpp).

#include <cstdio>
#include <vector>

struct Context {
  int number = 0;
  int total = 0;
  double weight = 1;
  std::vector<int> list;
  Context *next = nullptr;
};

static void members(Context *context, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    context->number = i * 2;
    context->list.push_back(context->number + 1);
    context->total += context->number;
  }
}

static void beside_results(Context *context, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    context->number = i * 2;
    context->weight = i * 0.5;
    out[i] = context->number + static_cast<int>(context->weight);
  }
}

static void chain(Context *context, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    context->next->number = i * 3;
    out[i] = context->next->number + 1;
  }
}

static void plain(int *temporary, const int *in, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    *temporary = i * 2;
    out[i] = *temporary + in[i];
  }
}

static void two(int *a, int *b, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    *a = i * 2;
    *b = i + 1;
    out[i] = *a + 1;
  }
}

struct Method {
  Context *context;
  int last;
  void run(int *out, int n) {
    [[mp::parallel_map]]
    for (int i = 0; i < n; i++) {
      context->number = i * 2;
      last = i;
      out[i] = context->number + last;
    }
  }
};

static Context *global;
static void through_global(int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    global->number = i * 5;
    out[i] = global->number + 1;
  }
}

static void by_reference(int &temporary, int *out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; i++) {
    temporary = i * 3;
    out[i] = temporary + 2;
  }
}

int main() {
  Context first, second;
  first.next = &second;
  int out[10] = {}, in[10] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  auto print = [&] {
    for (int x : out)
      printf("%d ", x);
    for (int x : in)
      printf("%d ", x);
    printf("| %d %d %g %d\n", first.number, first.total, first.weight,
           second.number);
  };
  members(&first, 11);
  printf("%zu\n", first.list.size());
  beside_results(&first, out, 10);
  print();
  chain(&first, out, 9);
  print();
  plain(&first.number, in, out, 10);
  print();
  two(&first.number, &second.number, out, 10);
  print();
  two(&first.number, &first.number, out, 10);
  print();
  Method method{&second, 3};
  method.run(out, 10);
  print();
  by_reference(first.total, out, 7);
  print();
  global = &second;
  through_global(out, 8);
  print();
  return 0;
}
