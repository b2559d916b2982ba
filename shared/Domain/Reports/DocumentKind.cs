namespace VksServerless.Reports;

/// <summary>Tài liệu của kỳ báo cáo: what the centre hands out with a cycle.</summary>
public enum DocumentKind
{
    /// <summary>Kế hoạch.</summary>
    Plan,

    /// <summary>Dự thảo: what the units are asked for their opinion on.</summary>
    Draft,
    Other,
}
