// Arguments of the wrong kind or number.
// RUN: %not %judge
int buffer[10];
void callee(int);
void overloaded(int);
void overloaded(double);
namespace space {
int inner[10];
void callee(int);
} // namespace space
struct Type {};
constexpr int Constant = 8;
int variable = 8;
enum { Enumerator = 2 };

void test(int *p, int n) {
  // CHECK: [[#@LINE+1]]:9: error: 'mp::parallel_map' takes no arguments, as in 'mp::parallel_map' [mp-attribute]
  [[mp::parallel_map(3)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:27: error: 'mp::chunk' takes one number, as in 'mp::chunk(64)' [mp-attribute]
  [[mp::parallel_map, mp::chunk]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:29: error: 'mp::workers' takes one number
  [[using mp: parallel_map, workers(1, 2)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'mp::chunk' must be at least 1 and at most 2147483647, not 0
  [[using mp: parallel_map, chunk(0)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:37: error: 'mp::workers' must be at least 1 and at most 2147483647, not -4
  [[using mp: parallel_map, workers(-4)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'mp::chunk' must be at least 1 and at most 2147483647, not 4294967297
  [[using mp: parallel_map, chunk(4294967297)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'mp::chunk' takes an integer constant
  [[using mp: parallel_map, chunk(variable)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'mp::chunk' takes an integer constant
  [[using mp: parallel_map, chunk(variable + 1)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'mp::chunk' takes an integer constant
  [[using mp: parallel_map, chunk(2.5)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'mp::chunk' takes an integer constant
  [[using mp: parallel_map, chunk("8")]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'Type' is not a constant
  [[using mp: parallel_map, chunk(Type)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: 'absent' is not a constant
  [[using mp: parallel_map, chunk(absent)]] for (int i = 0; i < n; ++i) p[i] = i;

  // CHECK: [[#@LINE+1]]:29: error: 'mp::scratch' takes one or more names, as in 'mp::scratch(buffer)'
  [[using mp: parallel_map, scratch]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:37: error: there is no 'bufer' here
  [[using mp: parallel_map, scratch(bufer)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:37: error: 'callee' is not the name of a variable
  [[using mp: parallel_map, scratch(callee)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:37: error: 'buffer[2]' is not the name of a variable
  [[using mp: parallel_map, scratch(buffer[2])]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:45: error: '3' is not the name of a variable
  [[using mp: parallel_map, scratch(buffer, 3)]] for (int i = 0; i < n; ++i) p[i] = i;

  // CHECK: [[#@LINE+1]]:35: error: 'Type' is not the name of a function
  [[using mp: parallel_map, trust(Type)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:35: error: there is no 'absent' here
  [[using mp: parallel_map, trust(absent)]] for (int i = 0; i < n; ++i) p[i] = i;

  // CHECK: [[#@LINE+1]]:29: error: 'mp::label' takes one string, as in 'mp::label("text")'
  [[using mp: parallel_map, label(text)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:29: error: 'mp::label' takes one string
  [[using mp: parallel_map, label(3)]] for (int i = 0; i < n; ++i) p[i] = i;
  // CHECK: [[#@LINE+1]]:29: error: 'mp::extent' takes a pointer and the number of its elements
  [[using mp: parallel_map, extent(p)]] for (int i = 0; i < n; ++i) p[i] = i;

  // These are right.
  [[using mp: parallel_map, chunk(Constant), workers(Enumerator)]] for (int i = 0; i < n; ++i) p[i] = i;
  [[using mp: parallel_map, chunk(Constant * 2), workers(sizeof(int))]] for (int i = 0; i < n; ++i) p[i] = i;
  [[using mp: parallel_map, scratch(buffer, space::inner), label("a" "b")]] for (int i = 0; i < n; ++i) p[i] = i;
  [[using mp: parallel_map, scratch(space::inner)]] for (int i = 0; i < n; ++i) p[i] = i;
  [[using mp: parallel_map, trust(callee, overloaded, space::callee, &callee)]] for (int i = 0; i < n; ++i) p[i] = i;
  [[using mp: parallel_map, trust(overloaded)]] for (int i = 0; i < n; ++i) p[i] = i;
}

struct WithMembers {
  int scratch_member[4];
  void method(int);
  void test(int *p, int n) {
    [[using mp: parallel_map, scratch(scratch_member), trust(method, &WithMembers::method)]] for (int i = 0; i < n; ++i) p[i] = i;
    [[using mp: parallel_map, scratch(this->scratch_member)]] for (int i = 0; i < n; ++i) p[i] = i;
  }
};
