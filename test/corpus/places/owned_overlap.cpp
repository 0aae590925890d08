// What is written lies inside the elements of what is read, or the other way round.
// RUNS: serial
#include <cstdio>
#include <list>
#include <map>
#include <string>
#include <vector>

static int slow(int x) {
  for (int k = 0; k < 50; ++k)
    x = x * 3 % 1009 + k;
  return x;
}

using Rows = std::vector<std::vector<int>>;

static void into_a_row(const Rows &rows, std::vector<int> &out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    out[i] = slow(rows[i][3]);
}

static void from_a_row(Rows &rows, const std::vector<int> &in) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    rows[2][i + 1] = slow(in[i]);
}

static void from_memory(Rows &rows, const int *in) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    rows[2][i + 1] = slow(in[i]);
}

static void from_one(Rows &rows, const int &one) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    rows[i % 2][i + 1] += slow(one + i);
}

static void of_its_own(Rows &rows, const int &one) {
  [[mp::parallel_map]]
  for (size_t i = 0; i < rows.size(); i++)
    rows[i][1] = slow(one);
}

static void along(std::list<std::vector<int>> &list, std::vector<int> &out) {
  int n = 0;
  [[mp::parallel_map]]
  for (auto &row : list)
    out[n++] += slow(row[3]);
}

static void to_one(std::list<std::vector<int>> &list, int *one) {
  [[mp::parallel_map]]
  for (auto &row : list)
    *one += slow(row[4]);
}

static void both(std::list<std::vector<int>> &list, int &one) {
  [[mp::parallel_map]]
  for (auto &row : list) {
    row[4] = slow(row[4]);
    one += row[4];
  }
}

class Object {
public:
  Object() : values(30, 1) {}
  std::vector<int> &all() { return values; }
  int get(int i) const { return values[static_cast<size_t>(i)]; }
  void set(int i, int x) { values[static_cast<size_t>(i)] = x; }

private:
  std::vector<int> values;
};

static void private_vector(const std::vector<Object> &objects, std::vector<int> &out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    out[i + 1] = slow(objects[2].get(i));
}

static void private_memory(const std::vector<Object> &objects, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    out[i + 1] = slow(objects[i % 3].get(i));
}

static void one_object(Object &object, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    out[i + 1] = slow(object.get(i));
}

static void written_inside(std::vector<Object> &objects, const int &one) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    objects[1].set(i, slow(one + i));
}

// Whole objects are read, with what they own.
static int total(std::vector<int> copy) {
  int sum = 0;
  for (int &x : copy) {
    sum += x;
    x = 0;
  }
  return sum;
}

static void copied(const std::vector<int> &in, int &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    auto copy = in;
    sum += slow(copy[3] + i);
  }
}

static void passed(const std::vector<int> &in, int &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    sum += slow(total(in) + i);
}

static void copied_row(const Rows &rows, int &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    auto copy = rows[i % 3];
    sum += slow(copy[3] + i);
  }
}

static void compared(const std::vector<int> &a, const std::vector<int> &b, int &n) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    if (a == b)
      n += slow(i) + 1;
}

static void text(const std::string &in, char &c) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    std::string longer = in + "x";
    c = static_cast<char>('a' + slow(longer[3] + i) % 26);
  }
}

struct Holder {
  std::vector<int> values = std::vector<int>(20, 1);
  int sum() const { return total(values); }
};

static void of_members(const Holder &holder, int &n) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    Holder copy = holder;
    n += slow(copy.sum() + i);
  }
}

static void of_a_map(const std::map<int, int> &map, int &n) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    auto copy = map;
    n += slow(copy.at(3) + i);
  }
}

int main() {
  std::vector<int> one(20, 1), same(20, 1);
  copied(one, one[3]);
  same[3] = one[3];
  compared(one, same, one[3]);
  passed(one, one[4]);
  Holder holder;
  of_members(holder, holder.values[3]);
  std::map<int, int> map{{1, 2}, {3, 4}};
  of_a_map(map, map[3]);
  std::string letters = "abcdefghijklmnopqrstuvwxyzabcdefgh";
  text(letters, letters[3]);
  std::printf("%d %d %d %s ", one[3], holder.values[3], map[3], letters.c_str());
  Rows rows;
  std::list<std::vector<int>> list;
  for (int i = 0; i < 20; i++) {
    rows.emplace_back(30, i);
    list.emplace_back(30, i);
  }
  copied_row(rows, rows[1][3]);
  into_a_row(rows, rows.back());
  from_a_row(rows, rows[2]);
  from_memory(rows, rows[2].data());
  from_one(rows, rows[1][6]);
  of_its_own(rows, rows[3][1]);
  along(list, list.back());
  to_one(list, &list.back()[4]);
  both(list, list.front()[4]);
  std::vector<Object> objects(3);
  private_vector(objects, objects[2].all());
  private_memory(objects, objects[2].all().data());
  one_object(objects[1], objects[1].all().data());
  written_inside(objects, objects[1].all()[7]);
  for (const auto &row : rows)
    for (int x : row)
      std::printf("%d ", x);
  for (const auto &row : list)
    for (int x : row)
      std::printf("%d ", x);
  for (Object &object : objects)
    for (int x : object.all())
      std::printf("%d ", x);
}
