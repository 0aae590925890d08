int main() {
  int values[9] = {};
  [[mp::parallel_map]]
  for (int i = 0; char(i) < 9; ++i)
    values[i] = i;
  return values[0];
}
