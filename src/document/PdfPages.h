// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDataStream>
#include <QList>
#include <QString>

namespace ca {

/// One word on a page of a PDF. Points (1/72 inch), origin at the top left, y downwards.
struct PdfWord {
    QString text;
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    bool spaceAfter = false;
    bool isTurned = false;  ///< not written from left to right
};

struct PdfPage {
    float width = 0;
    float height = 0;
    QList<PdfWord> words;  ///< in reading order
};

/// What the program that reads PDFs (pdfworker/) hands back.
struct PdfContents {
    enum class Status : quint8 { Read, Damaged, Locked, TooManyPages, TooManyWords };
    Status status = Status::Damaged;
    int pageCount = 0;
    int unreadable = 0;      ///< pages that are too damaged to be read
    int complaints = 0;      ///< of the PDF library about the file
    QString title, author, subject, created;
    QByteArray xmp;
    QList<PdfPage> pages;
};

/// What it hands back when asked for a file within the PDF.
struct PdfAttachment {
    PdfContents::Status status = PdfContents::Status::Damaged;
    bool found = false;
    QByteArray content;
};

QDataStream &operator<<(QDataStream &out, const PdfAttachment &attachment);
QDataStream &operator>>(QDataStream &in, PdfAttachment &attachment);
QDataStream &operator<<(QDataStream &out, const PdfWord &word);
QDataStream &operator>>(QDataStream &in, PdfWord &word);
QDataStream &operator<<(QDataStream &out, const PdfPage &page);
QDataStream &operator>>(QDataStream &in, PdfPage &page);
QDataStream &operator<<(QDataStream &out, const PdfContents &contents);
QDataStream &operator>>(QDataStream &in, PdfContents &contents);

} // namespace ca
