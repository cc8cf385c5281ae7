// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OverpassElement.h"

#include <nlohmann/json.hpp>

namespace ca {

/// What nlohmann's parser tells of an answer of Overpass, event by event. Nothing but the element that is being read is
/// held; what is not known is passed over, however deep.
class OverpassEvents : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit OverpassEvents(ExtractBuilder &builder) : m_builder(builder) {}

    bool null() override;
    bool boolean(bool value) override;
    bool number_integer(number_integer_t value) override;
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t value, const string_t &text) override;
    bool string(string_t &value) override;
    bool binary(binary_t &value) override;
    bool start_object(std::size_t size) override;
    bool key(string_t &name) override;
    bool end_object() override;
    bool start_array(std::size_t size) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string &token, const nlohmann::json::exception &error) override;

    /// What is wrong; empty as long as nothing is.
    [[nodiscard]] QString fault() const { return m_fault; }
    [[nodiscard]] std::size_t faultByte() const { return m_faultByte; }   ///< of the text, from 0; known for faults of JSON
    [[nodiscard]] bool faultIsEnd() const { return m_faultIsEnd; }        ///< the text ended too early
    [[nodiscard]] bool hasElements() const { return m_hasElements; }      ///< the list of them, be it empty
    [[nodiscard]] QString remark() const { return m_remark; }             ///< that Overpass made
    [[nodiscard]] std::size_t elements() const { return m_elements; }     ///< that have ended

private:
    enum class In : char { Answer, Osm3s, Elements, Element, Tags, Nodes, Points, Point, Members, Member, Unknown };
    [[nodiscard]] In objectBelow() const;
    [[nodiscard]] In arrayBelow() const;
    [[nodiscard]] In here() const { return m_in.empty() ? In::Unknown : m_in.back(); }
    bool integer(std::int64_t value);
    bool real(double value);
    void elementText(const std::string &value);
    void memberText(const std::string &value);
    bool endPoint();
    bool endElement();
    bool fail(const QString &why);

    ExtractBuilder &m_builder;
    OverpassElement m_element;
    std::vector<In> m_in;
    std::string m_key;
    double m_lon = 1e9;
    double m_lat = 1e9;
    QString m_fault;
    QString m_remark;
    std::size_t m_faultByte = 0;
    std::size_t m_elements = 0;
    bool m_faultIsEnd = false;
    bool m_hasElements = false;
};

} // namespace ca
