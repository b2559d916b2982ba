using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using VksServerless.Functions;
using VksServerless.Functions.Telemetry;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddAzureDoor(builder.Configuration).AddTelemetry(builder.Configuration);
builder.Build().Run();
