// Polymorphic objects that are only read: calls through base pointers with visible overriders.
// VERDICT: any
#include <cstdio>
#include <memory>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};
struct Square final : Shape {
  explicit Square(double s) : side(s) {}
  double area() const override { return side * side; }
  double side;
};
struct Disc final : Shape {
  explicit Disc(double r) : radius(r) {}
  double area() const override { return 3.0 * radius * radius; }
  double radius;
};

int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  for (int i = 0; i < 40; ++i) {
    if (i % 3)
      shapes.push_back(std::make_unique<Square>(i));
    else
      shapes.push_back(std::make_unique<Disc>(i * 0.5));
  }
  std::vector<double> out(40);
  double sum = 0;
  [[mp::parallel_map]]
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    out[i] = shapes[i]->area();
    sum += out[i] / 3;
  }
  for (double x : out)
    std::printf("%a ", x);
  std::printf("%a\n", sum);
}
