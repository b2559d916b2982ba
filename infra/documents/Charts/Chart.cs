namespace VksServerless.Documents.Charts;

/// <summary>A drawing and the figures that it shows: a page that prints the one always has the other to print beside it.</summary>
/// <param name="Svg">
/// Inline SVG without script, style attribute or anything loaded, fit for a page with a strict content security policy. All names in it
/// are escaped. Its text has a legible size from 320 px up; a page limits its greatest width.
/// </param>
/// <param name="Table">Every figure, also of rows for which the drawing has no room.</param>
public sealed record Chart(string Svg, FigureTable Table);

/// <summary>A plain table; its renderer escapes the cells.</summary>
/// <param name="Rows">As many cells as there are columns; the first one names the row.</param>
public sealed record FigureTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
