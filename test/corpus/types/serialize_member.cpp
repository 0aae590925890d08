// A class with private members and a serialize member, as cereal and Boost.Serialization have it.
#include <cstdio>
#include <string>
#include <vector>

class Account {
public:
  Account() = default;
  Account(std::string name, long cents) : owner(std::move(name)), balance(cents) {}
  template <class Archive> void serialize(Archive &archive) { archive(owner, balance, history); }
  void pay(long x) {
    balance += x;
    history.push_back(x);
  }
  std::string text() const {
    return owner + " " + std::to_string(balance) + " " + std::to_string(history.size());
  }

private:
  std::string owner;
  long balance = 0;
  std::vector<long> history;
};

int main() {
  std::vector<Account> accounts(30), collected;
  [[mp::parallel_map]]
  for (int i = 0; i < 30; ++i) {
    accounts[i] = Account("owner " + std::to_string(i), 100);
    for (int k = 0; k < i % 5; ++k)
      accounts[i].pay(k * i);
    if (i % 4 == 0)
      collected.push_back(accounts[i]);
  }
  for (auto &a : accounts)
    std::printf("%s\n", a.text().c_str());
  for (auto &a : collected)
    std::printf("%s\n", a.text().c_str());
}
