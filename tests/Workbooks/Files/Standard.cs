using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace VksServerless.Workbooks.Tests.Files;

/// <summary>What the Open XML SDK says of a file against the schemas of Office.</summary>
internal static class Standard
{
    public static IReadOnlyList<string> Errors(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(10),
        ];
    }
}
