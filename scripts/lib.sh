#!/usr/bin/env bash
# What scripts/demo and scripts/test share: installing what is missing, and
# configuring the build directory. To be sourced from the top of the repository.

say() { printf '\n==> %s\n' "$*"; }

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "installing packages needs root, and there is no sudo: run this as root once"
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"
}

# Prints the packages of scripts/packages that are not installed.
missing_packages() {
  local package
  while read -r package; do
    case $package in '' | '#'*) continue ;; esac
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done <scripts/packages
}

# Installs what is missing; asks apt for news only when it has to.
install_packages() {
  local missing
  command -v apt-get >/dev/null ||
    die "this script installs packages with apt-get, which is not here; scripts/packages lists what is needed"
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing ${missing[*]}"
  if ! apt-get install --simulate -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1; then
    apt update
  fi
  if ! apt install -y --no-install-recommends "${missing[@]}"; then
    say "Once more, with fresh package lists"
    apt update
    apt install -y --no-install-recommends "${missing[@]}" ||
      die "not all packages could be installed; on Debian 12, LLVM 22 comes from the suite bookworm-security"
  fi
}

# Configures build/, once or again where a CMakeLists.txt has changed.
configure() {
  if [ ! -f build/build.ninja ]; then
    say "Configuring build/"
    cmake --preset ci
  fi
}
