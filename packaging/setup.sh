# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run and check: what has to be installed, and how the project is built. Sourced, not run.

BUILD_PACKAGES=(
  g++ cmake ninja-build pkg-config            # compiler and build tools
  qt6-base-dev qt6-svg-dev                    # windows, SQL, printing; SVG
  libqt6sql6-sqlite                           # SQLite driver of Qt SQL, with FTS5
  libqcustomplot-dev                          # strip chart
  libgdal-dev libproj-dev proj-data           # geodata and projections
  libxxhash-dev                               # checksums of prepared scenes
  zlib1g-dev                                  # deflating the rows of PNG files
  libxml2-dev libarchive-dev                  # saved pages; Word, OpenDocument and e-book containers
  libpoppler-cpp-dev                          # text of PDFs
  libharfbuzz-dev                             # fonts of PDFs, cut down to the letters used
  libosmium2-dev libprotozero-dev             # OpenStreetMap extracts: PBF and XML
  libbz2-dev libexpat1-dev nlohmann-json3-dev # the same packed by bzip2, as XML, as answers of Overpass
  libsqlite3-dev                              # GeoPackages of half a million features, written in seconds
  fonts-noto-core                             # fonts embedded in the program
)
TEST_PACKAGES=(
  poppler-utils                               # pdftotext, pdffonts: tests read PDFs back
  librsvg2-bin                                # tests draw exported SVG with another program
  pngcheck                                    # tests have exported PNG looked at by another program
  desktop-file-utils appstream                # desktop entry and metainfo
)

# Installs the packages among "$@" that dpkg does not know as installed; says what and why.
ensure_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [[ ${#missing[@]} -eq 0 ]] && return 0

  if ! command -v apt-get >/dev/null; then
    echo "These Debian packages are needed and apt-get is not here to install them: ${missing[*]}" >&2
    exit 1
  fi
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || { echo "Please install as root: apt-get install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "Building Corridor Atlas needs these Debian packages, which are not installed yet:"
  echo "  ${missing[*]}"
  [[ ${#as_root[@]} -gt 0 ]] && echo "They are installed with sudo apt-get; sudo may ask for your password."
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build_atlas FOLDER TYPE [cmake options]: configures once, then builds what changed; quiet when there is nothing to do.
build_atlas() {
  local folder=$1 type=$2
  shift 2
  if [[ ! -f $folder/build.ninja ]]; then
    echo "Configuring in $folder …" >&2
    mkdir -p "$folder"
    # Files of a room are compiled eight at a time: half the time of one after the other. Developers' presets do not.
    cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE="$type" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=8 "$@" \
      >"$folder/configure.log" 2>&1 || {
      cat "$folder/configure.log" >&2
      exit 1
    }
  fi
  # Standard output belongs to the program that is started next.
  if [[ ! -f $folder/.built ]]; then
    echo "Building (some minutes the first time) …" >&2
    ninja -C "$folder" >&2
    touch "$folder/.built"
  else
    ninja -C "$folder" --quiet >&2
  fi
}
