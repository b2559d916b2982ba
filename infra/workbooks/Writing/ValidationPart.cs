using System.Globalization;
using System.Xml;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>Writes what the cells of a sheet take.</summary>
internal static class ValidationPart
{
    public static void Write(XmlWriter xml, IReadOnlyList<Validation> validations)
    {
        if (validations.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations", Ooxml.Sheets);
        Number(xml, "count", validations.Count);
        foreach (var validation in validations)
        {
            WriteOne(xml, validation);
        }

        xml.WriteEndElement();
    }

    private static void WriteOne(XmlWriter xml, Validation validation)
    {
        xml.WriteStartElement("dataValidation", Ooxml.Sheets);
        xml.WriteAttributeString("type", validation.Type);
        xml.WriteAttributeString("errorStyle", validation.Stops ? "stop" : "warning");
        if (validation.Operator is not null)
        {
            xml.WriteAttributeString("operator", validation.Operator);
        }

        Number(xml, "allowBlank", 1);
        Number(xml, "showInputMessage", 1);
        Number(xml, "showErrorMessage", 1);
        xml.WriteAttributeString("errorTitle", "Chưa đúng");
        xml.WriteAttributeString("error", XmlText.Of(validation.Error));
        if (validation.Prompt.Length > 0)
        {
            xml.WriteAttributeString("prompt", XmlText.Of(validation.Prompt));
        }

        xml.WriteAttributeString("sqref", validation.Cells);
        xml.WriteElementString("formula1", Ooxml.Sheets, validation.First);
        if (validation.Second is not null)
        {
            xml.WriteElementString("formula2", Ooxml.Sheets, validation.Second);
        }

        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
