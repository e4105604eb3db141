SELECT c.name, count(*)
FROM customers c JOIN orders o ON o.customer_id = c.id
WHERE o.created_at BETWEEN '2024-01-01' AND '2024-12-31'
GROUP BY c.id, c.name
HAVING count(*) > 3
ORDER BY count(*) DESC, c.name
