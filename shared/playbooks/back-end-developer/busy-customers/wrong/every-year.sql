SELECT c.name, count(*)
FROM customers c JOIN orders o ON o.customer_id = c.id
GROUP BY c.id, c.name
HAVING count(*) > 3
ORDER BY count(*) DESC, c.name
