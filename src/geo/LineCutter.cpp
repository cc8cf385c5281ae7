// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/LineCutter.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

/// Where a–b crosses the edges of the domain, as shares of its length, with both ends; ascending.
std::vector<double> crossings(FramePoint a, FramePoint b, const ProjectionDomain &domain)
{
    std::vector<double> shares{0, 1};
    const auto add = [&shares](double from, double to, double at) {
        const double share = (at - from) / (to - from);
        if (share > 0 && share < 1)  // false for NaN
            shares.push_back(share);
    };
    add(a.phi, b.phi, domain.south());
    add(a.phi, b.phi, domain.north());
    if (domain.torn()) {
        const double low = std::min(a.lambda, b.lambda), high = std::max(a.lambda, b.lambda);
        for (double at = 360 * std::ceil((low - 180) / 360) + 180; at < high; at += 360)
            add(a.lambda, b.lambda, at);
    }
    std::sort(shares.begin(), shares.end());
    return shares;
}

} // namespace

void cutLine(const FramePath &line, const ProjectionDomain &domain, PlanePath &path)
{
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        const FramePoint a = line.points[i], b = line.points[i + 1];
        const std::vector<double> shares = crossings(a, b, domain);
        for (std::size_t k = 0; k + 1 < shares.size(); ++k) {
            const FramePoint middle = between(a, b, (shares[k] + shares[k + 1]) / 2);
            if (middle.phi < domain.south() || middle.phi > domain.north())
                continue;
            FramePoint from = between(a, b, shares[k]), to = shares[k + 1] == 1 ? b : between(a, b, shares[k + 1]);
            const double shift = domain.torn() ? 360 * std::floor((middle.lambda + 180) / 360) : 0;
            from.lambda -= shift;
            to.lambda -= shift;
            const double start = line.positions[i], step = line.positions[i + 1] - start;
            path.edge(from, to, start + step * shares[k], start + step * shares[k + 1]);
        }
    }
    path.endPart();
}

} // namespace ca
