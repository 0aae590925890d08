// output_test.cpp - What bodies and tails print comes out as in the serial
// program: the same bytes, in the same order, on the same stream.

#include "support.hpp"
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

MP_HANDED_OUT(Output);

using mp::test::outcome;
using mp::test::run;

// Runs 0 .. n-1 serially or in workers, and says whether any was native.
template <class Body, class... Parts>
bool loop(bool serial, int n, mp::traits traits, Body body, Parts... parts) {
  mp::site mp_site{"output_test.cpp", 1, traits};
  if (serial) {
    for (int i = 0; i < n; ++i)
      body(i);
    return false;
  }
  bool native = false;
  int i = 0;
  for (auto mp_s = mp::start(mp_site, i, mp::below(n)); mp_s;) {
    for (; i < mp_s.last; ++i) {
      native = true;
      body(i);
    }
    if (!mp_s.go_on())
      break;
    mp_s = mp::parallel_map(
        mp_s, mp_site,
        [body](mp::worker &mp_w, int i, int mp_end) mutable {
          for (; i < mp_end; ++i) {
            mp_w.at(i);
            body(i);
          }
        },
        parts...);
    i = mp_s.first;
  }
  return native;
}

constexpr mp::traits printing = mp::traits().marked().prints();

// The same program, serially and in workers.
template <class Program> void same(Program program) {
  const outcome serial = run([&] { return program(true); });
  const outcome parallel = run([&] { return program(false); });
  EXPECT_EQ(serial.out, parallel.out);
  EXPECT_EQ(serial.err, parallel.err);
  EXPECT_EQ(serial.status, parallel.status);
  EXPECT_EQ(serial.signal, parallel.signal);
  EXPECT_FALSE(serial.out.empty() && serial.err.empty());
}

TEST_P(Output, Printf) {
  same([](bool serial) {
    std::printf("before, no newline: ");
    const bool native = loop(serial, 60, printing, [](int i) {
      std::printf("%d,", i);
      if (i % 10 == 9)
        std::puts("row");
    });
    std::printf("after\n");
    return native;
  });
}

TEST_P(Output, SynchronisedStreams) {
  same([](bool serial) {
    std::cout << "before " << std::hex;
    std::printf("mixed ");
    const bool native = loop(serial, 40, printing, [](int i) {
      std::cout << i << ' ';
      std::printf("p%d ", i);
      std::cout << std::setw(5) << i << std::endl;
      std::cerr << "e" << i << '\n';
      std::fprintf(stderr, "f%d\n", i);
      std::clog << "l" << i << '\n';
      std::cout.put('x').write("yz", 2);
    });
    std::cout << 255 << "after\n";
    return native;
  });
}

TEST_P(Output, UnsynchronisedStreams) {
  same([](bool serial) {
    std::ios::sync_with_stdio(false);
    std::cout << "before ";
    std::printf("mixed ");
    const bool native = loop(serial, 40, printing, [](int i) {
      std::cout << i << ' ';
      std::printf("p%d ", i);
      if (i % 4 == 0)
        std::cout << "flushed" << std::endl;
      std::clog << "l" << i << '\n';
      if (i % 7 == 0)
        std::clog << std::flush;
      std::cerr << "e" << i << '\n';
    });
    std::cout << "after\n";
    return native;
  });
}

TEST_P(Output, Descriptors) {
  // Everything goes to the descriptor, so stdio must not hold anything back.
  const auto say = [](int fd, const std::string &text) {
    EXPECT_EQ(write(fd, text.data(), text.size()),
              static_cast<ssize_t>(text.size()));
  };
  const outcome o = run([&] {
    std::printf("before\n");
    const bool native = loop(false, 30, printing, [&](int i) {
      say(1, "raw " + std::to_string(i) + "\n");
      say(2, "err " + std::to_string(i) + "\n");
      if (i == 20) { // a child of the body prints too
        EXPECT_EQ(std::system("echo from a shell"), 0);
      }
    });
    std::printf("after\n");
    return native;
  });
  std::string out = "before\n", err;
  for (int i = 0; i < 30; ++i) {
    out += "raw " + std::to_string(i) + "\n";
    err += "err " + std::to_string(i) + "\n";
    if (i == 20)
      out += "from a shell\n";
  }
  EXPECT_EQ(o.out, out + "after\n");
  EXPECT_EQ(o.err, err);
  EXPECT_EQ(o.status, 0);
}

// Tails and captured output keep their order within an iteration.
TEST_P(Output, TailsInBetween) {
  const auto program = [](bool serial) {
    std::vector<int> seen;
    mp::site mp_site{__FILE__, __LINE__, printing};
    int i = 0;
    const auto library = [](const char *what, int k) {
      std::printf("[%s %d]", what, k);
    };
    if (serial) {
      for (; i < 50; ++i) {
        library("a", i);
        std::printf("tail %d", i);
        library("b", i);
        std::cout << "stream " << i << '\n';
        library("c", i);
      }
      return 0;
    }
    for (auto mp_s = mp::start(mp_site, i, mp::below(50)); mp_s;) {
      for (; i < mp_s.last; ++i)
        return 1;
      if (!mp_s.go_on())
        break;
      mp_s = mp::parallel_map(
          mp_s, mp_site,
          [library](mp::worker &mp_w, int i, int mp_end) mutable {
            for (; i < mp_end; ++i) {
              mp_w.at(i);
              library("a", i);
              mp_w.print(0, "tail %d", i);
              library("b", i);
              mp_w.later(1, i);
              library("c", i);
            }
          },
          mp::tails(
              [](const std::string &s) {
                std::fwrite(s.data(), 1, s.size(), stdout);
              },
              [](int i) { std::cout << "stream " << i << '\n'; }));
      i = mp_s.first;
    }
    return 0;
  };
  same(program);
}

TEST_P(Output, Much) {
  same([](bool serial) {
    return loop(serial, 20, printing, [](int i) {
      const std::string line(std::size_t(i) * 9000, char('a' + i));
      std::puts(line.c_str());
      std::cout << line << '\n';
    });
  });
}

TEST_P(Output, NothingBeyondAnExit) {
  const outcome o = run([] {
    int i = 0;
    static mp::site mp_site{__FILE__, __LINE__, printing};
    for (auto mp_s = mp::start(mp_site, i, mp::below(100)); mp_s;) {
      mp_s.ended = false;
      for (; i < mp_s.last || mp_s.end(); ++i) {
        std::printf("%d\n", i);
        if (i == 41)
          break;
        std::printf("-\n");
      }
      if (!mp_s.go_on())
        break;
      mp_s = mp::parallel_map(mp_s, mp_site,
                              [](mp::worker &mp_w, int i, int mp_end) {
                                for (; i < mp_end; ++i) {
                                  mp_w.at(i);
                                  std::printf("%d\n", i);
                                  if (i == 41)
                                    return mp_w.stop();
                                  std::printf("-\n");
                                }
                              });
      i = mp_s.first;
    }
    return i;
  });
  std::string expected;
  for (int i = 0; i < 41; ++i)
    expected += std::to_string(i) + "\n-\n";
  EXPECT_EQ(o.out, expected + "41\n");
  EXPECT_EQ(o.status, 41);
}

// A stream that leads elsewhere: the loop stays serial.
TEST_P(Output, RedirectedStream) {
  same([](bool serial) {
    std::ostringstream text;
    std::streambuf *const old = std::cout.rdbuf(text.rdbuf());
    const bool native =
        loop(serial, 20, printing, [](int i) { std::cout << i << ','; });
    std::cout.rdbuf(old);
    std::cout << text.str() << std::endl;
    return serial || native ? 0 : 1;
  });
}

// With a full disk the stream is in error afterwards, as serially.
TEST_P(Output, FullDisk) {
  for (bool stream : {false, true}) {
    same([stream](bool serial) {
      const int full = open("/dev/full", O_WRONLY);
      std::fputs("to be seen", stderr);
      dup2(full, 1);
      loop(serial, 20, printing, [stream](int i) {
        if (stream)
          std::cout << "number " << i << std::endl;
        else
          std::printf("number %d%s\n", i, std::string(3000, '.').c_str());
      });
      std::fprintf(stderr, "%d %d", std::ferror(stdout) != 0,
                   stream ? int(std::cout.rdstate()) : 0);
      std::fflush(stdout);
      return std::ferror(stdout) != 0 ? 3 : 4;
    });
  }
}

TEST_P(Output, ClosedDescriptor) {
  same([](bool serial) {
    std::fputs("to be seen", stderr);
    close(1);
    loop(serial, 20, printing, [](int i) {
      std::printf("number %d%s\n", i, std::string(3000, '.').c_str());
    });
    std::fflush(stdout);
    return std::ferror(stdout) != 0 ? 3 : 4;
  });
}

// A reader that is slow, through a pipe that is small.
TEST_P(Output, SlowPipe) {
  const outcome o = run([] {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t reader = fork();
    if (reader == 0) {
      close(ends[1]);
      char part[1000];
      for (ssize_t n; (n = read(ends[0], part, sizeof part)) > 0;) {
        usleep(200);
        if (write(1, part, std::size_t(n)) != n)
          _exit(1);
      }
      _exit(0);
    }
    dup2(ends[1], 1);
    close(ends[0]);
    close(ends[1]);
    loop(false, 300, printing, [](int i) {
      std::printf("%s %d\n", std::string(400, 'x').c_str(), i);
    });
    std::fflush(stdout);
    close(1);
    int state;
    waitpid(reader, &state, 0);
    return WEXITSTATUS(state);
  });
  std::string expected;
  for (int i = 0; i < 300; ++i)
    expected += std::string(400, 'x') + " " + std::to_string(i) + "\n";
  EXPECT_EQ(o.status, 0);
  EXPECT_TRUE(o.out == expected);
}

// What a program has not flushed yet is printed once.
TEST_P(Output, PendingBuffersAreFlushedOnce) {
  const outcome o = run([] {
    std::printf("stdio ");
    std::cout << "stream ";
    std::FILE *file = std::tmpfile();
    std::fputs("file", file);
    loop(false, 10, mp::traits().marked(), [](int) {});
    std::rewind(file);
    char text[10] = {};
    EXPECT_EQ(std::fread(text, 1, 9, file), 4u);
    std::printf("%s\n", text);
    return 0;
  });
  EXPECT_EQ(o.out, "stdio stream file\n");
}

} // namespace
