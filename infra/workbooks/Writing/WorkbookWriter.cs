using System.Globalization;
using System.IO.Compression;
using System.Xml;
using VksServerless.Application.Workbooks;
using VksServerless.Forms;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>Writes a workbook part by part.</summary>
internal static class WorkbookWriter
{
    public static void Write(ReportWorkbook report, Stream to)
    {
        var draft = new BookDraft(report);
        var sheets = Plan(draft);
        using var parts = new PartWriter(to);
        parts.Write("[Content_Types].xml", xml => PackageFrame.WriteTypes(xml, sheets.Count));
        parts.Write("_rels/.rels", PackageFrame.WriteRoot);
        parts.Write("xl/_rels/workbook.xml.rels", xml => PackageFrame.WriteRelations(xml, sheets.Count));
        foreach (var (at, sheet) in sheets.Index())
        {
            parts.Write(PackageFrame.PathOf(at), sheet.Write);
            if (sheet.PrintTitles is { } rows)
            {
                draft.Names.AddPrintTitles(at, sheet.Name, rows);
            }
        }

        parts.Write("xl/styles.xml", draft.Styles.Write);
        parts.Write("xl/workbook.xml", xml => PackageFrame.WriteWorkbook(xml, sheets, draft.Names));
    }

    /// <summary>A table that is alone in its section is the section's sheet; others have one of their own behind it.</summary>
    private static List<ISheet> Plan(BookDraft draft)
    {
        var sheets = new List<ISheet> { new InstructionSheet(draft) };
        foreach (var (at, section) in draft.Report.Sections.Index())
        {
            var name = draft.SheetNames.Take(section.Number.Length > 0 ? $"Phần {section.Number}" : section.Title);
            if (section.Fields is [{ Type: FieldType.Table } only] && !draft.IsOmitted(only))
            {
                sheets.Add(new TableSheet(draft, section, only, name));
                continue;
            }

            sheets.Add(new SectionSheet(draft, section, name, at + 1));
            foreach (var table in section.Fields.Where(field => field.Type is FieldType.Table && !draft.IsOmitted(field)))
            {
                draft.TableSheets[table.Code] = draft.SheetNames.Take($"{name} - bảng");
                sheets.Add(new TableSheet(draft, section, table, draft.TableSheets[table.Code]));
            }
        }

        return [.. sheets, new ListSheet(draft), new IdentitySheet(draft)];
    }
}
