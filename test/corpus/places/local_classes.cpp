// Classes declared in the body, with members of their own that use `this`, in a function without.
#include <cstdio>
#include <vector>

struct Shop {
  int price = 3;
  std::vector<int> bills = std::vector<int>(30);
  void open() {
    [[mp::parallel_map]]
    for (int i = 0; i < 30; ++i) {
      struct Order {
        int items;
        int times(int price) const { return this->items * price; }
      } order{i};
      bills[i] = order.times(price);
    }
  }
};

int main() {
  std::vector<int> squares(30), triples(30);
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    struct Square {
      int side;
      int area() const { return side * side; }
    };
    class Triple {
    public:
      explicit Triple(int k) : value(3 * k) {}
      ~Triple() { value = 0; }
      operator int() const { return value; }

    private:
      int value;
    };
    squares[i] = Square{i}.area();
    triples[i] = Triple(i);
  }
  Shop shop;
  shop.open();
  for (int i = 0; i < 30; ++i)
    std::printf("%d %d %d\n", squares[i], triples[i], shop.bills[i]);
}
