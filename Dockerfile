# Build: docker build -t monitor .        Run: docker run -p 8080:8080 -v monitor-data:/app/data -v monitor-keys:/app/keys monitor
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /build
COPY . .
RUN dotnet publish src/Monitor -c Release -o /app --use-current-runtime --self-contained false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Data and keys are volumes of their own: a stolen backup of the data without the keys names nobody.
RUN mkdir data keys && chown $APP_UID:$APP_UID data keys && chmod 700 keys
VOLUME ["/app/data", "/app/keys"]
ENV ASPNETCORE_URLS=http://+:8080
EXPOSE 8080
USER $APP_UID
# The image has no curl: the shell opens the health page itself and reads its first line.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080 && printf "GET /health HTTP/1.0\r\n\r\n" >&3 && head -n 1 <&3 | grep -q " 200 "'
ENTRYPOINT ["dotnet", "monitor.dll"]
