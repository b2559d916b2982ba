using PdfSharp.Pdf;

namespace VksServerless.Documents.Official.Pdf;

/// <summary>The headings as bookmarks, each under the one above it.</summary>
internal sealed class PdfBookmarks(PdfPages pages)
{
    private readonly Stack<(int Level, PdfOutline Outline)> _open = [];

    /// <summary>At the place that is drawn next.</summary>
    public void Add(int level, string title)
    {
        while (_open.TryPeek(out var last) && last.Level >= level)
        {
            _open.Pop();
        }

        var siblings = _open.TryPeek(out var parent) ? parent.Outline.Outlines : pages.Document.Outlines;
        var outline = siblings.Add(title, pages.Page, opened: level == 1);
        outline.Top = PdfPages.Points(pages.Sheet.Height) - pages.Y;
        outline.Left = 0;
        _open.Push((level, outline));
    }
}
