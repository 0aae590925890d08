//===- OutputFile.cpp - Files that are there whole or not at all ----------===//
//
// The text goes to a temporary file in the target's directory, with the
// target's permissions, which is then renamed.
//
//===----------------------------------------------------------------------===//

#include "support/OutputFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace mp::tool {

namespace fs = llvm::sys::fs;

static llvm::Error cannotWrite(llvm::StringRef Path, std::error_code Why) {
  return llvm::createStringError(Why, "can't write '" + Path +
                                          "': " + Why.message());
}

static llvm::Error writeTo(llvm::StringRef Path, int FD, bool Close,
                           llvm::StringRef Text) {
  llvm::raw_fd_ostream Out(FD, Close, /*unbuffered=*/false);
  Out << Text;
  Out.flush();
  std::error_code Why = Out.error();
  Out.clear_error(); // or its destructor ends the program
  return Why ? cannotWrite(Path, Why) : llvm::Error::success();
}

llvm::Error writeFile(llvm::StringRef Path, llvm::StringRef Text) {
  if (Path == "-")
    return writeTo("standard output", 1, /*Close=*/false, Text);

  llvm::SmallString<256> Target(Path);
  fs::file_status Status;
  unsigned Mode = fs::all_read | fs::all_write;
  if (!fs::status(Path, Status) && fs::exists(Status)) {
    if (!fs::is_regular_file(Status)) {
      int FD = -1;
      if (std::error_code Why =
              fs::openFileForWrite(Path, FD, fs::CD_OpenExisting))
        return cannotWrite(Path, Why);
      return writeTo(Path, FD, /*Close=*/true, Text);
    }
    if (std::error_code Why = fs::real_path(Path, Target))
      return cannotWrite(Path, Why);
    if (std::error_code Why = fs::access(Target, fs::AccessMode::Write))
      return cannotWrite(Path, Why);
    Mode = Status.permissions();
  }
  llvm::Expected<fs::TempFile> Temp =
      fs::TempFile::create(Target + ".%%%%%%.tmp", Mode);
  if (!Temp)
    return cannotWrite(Path, llvm::errorToErrorCode(Temp.takeError()));
  if (llvm::Error E = writeTo(Path, Temp->FD, /*Close=*/false, Text))
    return llvm::joinErrors(std::move(E), Temp->discard());
  if (llvm::Error E = Temp->keep(Target))
    return cannotWrite(Path, llvm::errorToErrorCode(std::move(E)));
  return llvm::Error::success();
}

} // namespace mp::tool
