// What is read lies inside the elements of containers; that it is apart from what is written is
// seen at run time.
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

static int slow(int x) {
  for (int k = 0; k < 50; ++k)
    x = x * 3 % 1009 + k;
  return x;
}

class Object {
public:
  Object() : values(30, 1) { named["a"] = {1, 2, 3}; }
  int get(int i) const { return values[static_cast<size_t>(i)]; }
  int look(const std::string &s) const {
    auto it = named.find(s);
    return it == named.end() ? 0 : it->second[1];
  }

private:
  std::vector<int> values;
  std::map<std::string, std::vector<int>> named;
};

static void to_vector(const std::vector<Object> &objects, std::vector<int> &out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    out[i] = slow(objects[2].get(i) + out[i]);
}

static void to_pointer(const std::vector<Object> &objects, int *out) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++)
    out[i] = slow(objects[i % 3].get(i));
}

static void scaled(std::vector<std::vector<int>> &rows, const int &factor) {
  [[mp::parallel_map]]
  for (size_t i = 0; i < rows.size(); i++)
    for (int &x : rows[i])
      x = slow(x) * factor;
}

static void summed(const std::vector<Object> &objects, int &sum) {
  [[mp::parallel_map]]
  for (size_t i = 0; i < objects.size(); i++)
    sum += slow(objects[i].look("a"));
}

static void owned(const std::vector<std::unique_ptr<Object>> &objects, int &sum) {
  [[mp::parallel_map]]
  for (size_t i = 0; i < objects.size(); i++)
    sum += slow(objects[i]->get(2));
}

static void collected(const std::map<int, std::optional<Object>> &objects, std::vector<int> &out) {
  [[mp::parallel_map]]
  for (auto &entry : objects)
    if (entry.second)
      out.push_back(slow(entry.second->get(2)));
}

// Whole objects are read, with what they own.
struct Holder {
  std::vector<int> values = std::vector<int>(20, 1);
  std::map<std::string, std::vector<int>> named{{"a", {1, 2}}};
  std::vector<std::pair<int, std::optional<std::vector<int>>>> more{{1, {}}, {2, {{3, 4}}}};
};

static void copied(const Holder &holder, const std::vector<std::vector<int>> &rows, int &sum) {
  [[mp::parallel_map]]
  for (int i = 0; i < 20; i++) {
    Holder copy = holder;
    auto row = rows[i % 3];
    sum += slow(copy.values[3] + row[1] + i);
    if (copy.named["a"] == row)
      sum++;
  }
}

int main() {
  std::vector<Object> objects(3);
  std::vector<int> out(40, 3);
  to_vector(objects, out);
  to_pointer(objects, out.data() + 20);
  std::vector<std::vector<int>> rows(9, std::vector<int>(9, 2));
  scaled(rows, 2);
  int sum = 0;
  copied(Holder(), rows, sum);
  summed(objects, sum);
  std::vector<std::unique_ptr<Object>> pointers;
  std::map<int, std::optional<Object>> perhaps;
  for (int i = 0; i < 5; i++) {
    pointers.push_back(std::make_unique<Object>());
    perhaps[i] = Object();
  }
  perhaps[3].reset();
  owned(pointers, sum);
  collected(perhaps, out);
  for (int x : out)
    std::printf("%d ", x);
  for (const auto &row : rows)
    for (int x : row)
      std::printf("%d ", x);
  std::printf("%d\n", sum);
}
