// unique_ptr to a base class: which class the object has is not known to the parent.
#include <memory>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const { return 0; }
};
struct Square : Shape {
  explicit Square(double s) : side(s) {}
  double area() const override { return side * side; }
  double side;
};

void f(std::vector<std::unique_ptr<Shape>> &out, int n) {
  [[mp::parallel_map]]
  for (int i = 0; i < n; ++i)
    out[i] = std::make_unique<Square>(i); // expect-error {{mp-transport|mp-worker-pointer}}: out
}
