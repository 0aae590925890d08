// Local references and row pointers into a slot.
// VERDICT: any
#include <cstdio>
#include <string>
#include <vector>

struct Row {
  int count = 0;
  double sum = 0;
  std::string name;
};

static void render(float *img, int w, int h) {
  [[mp::parallel_map]]
  for (int y = 0; y < h; ++y) {
    float *row = img + y * w;
    for (int x = 0; x < w; ++x)
      row[x] = static_cast<float>(x) / static_cast<float>(y + 1);
    float *mid = &img[y * w + w / 2];
    *mid = -1;
    mid[1] = -2;
  }
}

int main() {
  std::vector<float> img(23 * 31);
  render(img.data(), 23, 31);
  std::vector<Row> rows(34);
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto &r = rows[i];
    r.name = "row" + std::to_string(i);
    double &sum = r.sum;
    for (std::size_t k = 0; k <= i; ++k) {
      ++r.count;
      sum += 1.0 / static_cast<double>(k + 1);
    }
  }
  for (float x : img)
    std::printf("%a ", static_cast<double>(x));
  for (auto &r : rows)
    std::printf("%d %a %s\n", r.count, r.sum, r.name.c_str());
}
