using System.Xml;

namespace VksServerless.Workbooks.Writing;

/// <summary>A sheet of the workbook that is being written.</summary>
internal interface ISheet
{
    string Name { get; }

    Visibility Visibility { get; }

    /// <summary>The rows that every printed page begins with, e.g. $3:$3; null: none.</summary>
    string? PrintTitles { get; }

    void Write(XmlWriter xml);
}
