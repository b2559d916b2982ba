using System.Globalization;
using System.Xml;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>Writes one sheet row by row; what stands after the rows in its part is gathered until the end.</summary>
internal sealed class SheetWriter
{
    /// <summary>In points.</summary>
    private const double LineHeight = 15;
    private const double MostHeight = 405;

    private readonly XmlWriter _xml;
    private readonly SheetSetup _setup;
    private readonly StyleBook _styles;
    private readonly List<Validation> _validations = [];
    private readonly List<(string Cell, string Location)> _links = [];
    private int _row;

    public SheetWriter(XmlWriter xml, SheetSetup setup, StyleBook styles, bool isFirst)
    {
        (_xml, _setup, _styles) = (xml, setup, styles);
        _xml.WriteStartElement("worksheet", Ooxml.Sheets);
        _xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        SheetFrame.WriteHead(_xml, setup, isFirst);
        _xml.WriteStartElement("sheetData", Ooxml.Sheets);
    }

    public string Name => _setup.Name;

    /// <summary>The number of the row that was begun last.</summary>
    public int Row => _row;

    /// <param name="cells">From the left; null where there is no cell.</param>
    public void Add(params ReadOnlySpan<CellContent?> cells)
    {
        _row++;
        _xml.WriteStartElement("row", Ooxml.Sheets);
        _xml.WriteAttributeString("r", _row.ToString(CultureInfo.InvariantCulture));
        if (HeightOf(cells) is > LineHeight and var height)
        {
            // Not called custom: a row still grows with what is typed into it.
            _xml.WriteAttributeString("ht", height.ToString(CultureInfo.InvariantCulture));
        }

        for (var column = 1; column <= cells.Length; column++)
        {
            if (cells[column - 1] is { } cell)
            {
                cell.Write(_xml, new CellReference(_row, column), _styles);
            }
        }

        _xml.WriteEndElement();
    }

    public void Check(Validation? validation)
    {
        if (validation is not null)
        {
            _validations.Add(validation);
        }
    }

    /// <param name="location">A cell of the workbook, e.g. 'Phần I'!C7.</param>
    public void Link(CellReference cell, string location) => _links.Add((cell.ToString(), location));

    public void End()
    {
        _xml.WriteEndElement();
        SheetFrame.WriteTail(_xml, _setup, _validations, _links);
        _xml.WriteEndElement();
    }

    private double HeightOf(ReadOnlySpan<CellContent?> cells)
    {
        var lines = 1.0;
        for (var column = 0; column < Math.Min(cells.Length, _setup.Widths.Count); column++)
        {
            lines = Math.Max(lines, cells[column]?.LinesIn(_setup.Widths[column]) ?? 1);
        }

        return Math.Min(lines * LineHeight, MostHeight);
    }
}
