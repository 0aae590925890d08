// Aggregates with arrays beside strings and vectors, nested, in containers, as
// a tail's values.
#include <cstdio>
#include <map>
#include <string>
#include <vector>

struct Record {
  std::string name;
  double v[4];
  std::vector<int> ids;
};

struct Point {
  int x, y;
};

struct Corner {
  Point at[2];
  std::string labels[3];
  char code[64];
};

struct Shape {
  Corner first, second;
  Corner others[2];
  std::map<int, Corner> more;
  double m[2][3];
  const char *kind = "shape";
};

struct Single {
  std::string only[2];
};

static void fill(Corner &c, int i) {
  c.at[0] = {i, -i};
  c.at[1].x = 2 * i;
  c.at[1].y = i % 7;
  for (int k = 0; k < 3; ++k)
    c.labels[k] = std::string(i % 5 + k * 9, 'a' + k);
  std::snprintf(c.code, sizeof c.code, "c%04d", i);
}

static void print(const Corner &c) {
  std::printf("%d %d %d %d %s|%s|%s %s\n", c.at[0].x, c.at[0].y, c.at[1].x,
              c.at[1].y, c.labels[0].c_str(), c.labels[1].c_str(),
              c.labels[2].c_str(), c.code);
}

int main() {
  const int n = 40;
  std::vector<Record> out(n);
  std::vector<Shape> shapes(n);
  std::vector<Single> singles(n);
  std::vector<Record> all;
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    out[i].name = std::string(i, 'n');
    for (int k = 0; k < 4; ++k)
      out[i].v[k] = i * 0.5 + k;
    out[i].ids.push_back(i);
    out[i].ids.resize(i % 3 + 1, 7);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Shape &s = shapes[i];
    fill(s.first, i);
    fill(s.second, i + 1);
    for (Corner &c : s.others)
      fill(c, i + 2);
    fill(s.more[i % 4], i + 3);
    s.m[1][2] = i / 3.0;
    singles[i].only[i % 2] = "x" + std::to_string(i);
  }
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    Record r = {"r" + std::to_string(i), {1.0 * i, 2.0 * i, 0, 4}, {i, i}};
    if (i % 3)
      r.ids.push_back(-i);
    all.push_back(std::move(r));
  }
  std::vector<Record> whole(n);
  std::vector<Shape> copies(n);
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i) {
    whole[i] = {"w", {0.5 * i, 1, 2, 3}, {i}};
    whole[i].v[2] += whole[i].name.size();
    copies[i] = shapes[n - 1 - i];
    copies[i].others[1].labels[2] += copies[i].first.code;
  }
  for (int i = 0; i < n; ++i) {
    std::printf("%s %g %g %d ", whole[i].name.c_str(), whole[i].v[0],
                whole[i].v[2], whole[i].ids[0]);
    print(copies[i].others[1]);
  }
  for (const Record &r : out)
    std::printf("%s %g %g %zu %d\n", r.name.c_str(), r.v[0], r.v[3],
                r.ids.size(), r.ids.back());
  for (const Shape &s : shapes) {
    print(s.first);
    print(s.second);
    print(s.others[0]);
    print(s.others[1]);
    for (const auto &[key, corner] : s.more) {
      std::printf("%d: ", key);
      print(corner);
    }
    std::printf("%g %g %s\n", s.m[0][0], s.m[1][2], s.kind);
  }
  for (const Single &s : singles)
    std::printf("%s %s\n", s.only[0].c_str(), s.only[1].c_str());
  for (const Record &r : all)
    std::printf("%s %g %g %d\n", r.name.c_str(), r.v[1], r.v[3], r.ids.back());
}
