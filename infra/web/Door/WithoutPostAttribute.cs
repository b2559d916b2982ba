namespace VksServerless.Web.Door;

/// <summary>An endpoint for everybody who has a post today, whether or not one of several is chosen.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WithoutPostAttribute : Attribute;
