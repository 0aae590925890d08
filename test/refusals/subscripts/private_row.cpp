// Elements of a private array: what an earlier iteration wrote is read.
class Row {
public:
  double &operator[](int i) { return data[i]; }
  int size() const { return count; }

private:
  double *data = nullptr;
  int count = 0;
};

void sums(Row &row) {
  [[mp::parallel_map]]
  for (int i = 1; i < row.size(); i++)
    // expect-error@+2 {{mp-carried}}
    // expect-note@+1
    row[i] = row[i - 1] + 1;
}
